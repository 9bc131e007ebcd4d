// # Priority select
//
// `select` has no favourites: of several ready cases it takes one **at random**. If alarms must come
// before routine work, the program has to say so: look at the urgent channel alone first, and wait
// for both only if it is empty.
//
// ## How it moves
//
//   - Both queues are full when the doctor comes. With a plain `select` emergencies and check-ups
//     mix.
//   - With the first, non-blocking `select` all emergencies are seen before any check-up.
//   - The second `select` waits for both. An emergency that arrives together with a check-up may
//     still lose once: priority among channels is never perfect, only prompt.
//   - A channel that has been closed is set to nil, so that its case is switched off and the loop
//     ends when both are.
//
// ## When to use it, when not
//
// For stop signals, alarms, control messages: few and important. For real priorities (more than two
// levels, or one for every item) use one goroutine with a heap.
//
// ## What goes wrong
//
// Starvation: with enough emergencies nobody gets a check-up, ever. Make *emergencies* large and
// the order of the lines shows it.
//
// ## What it costs
//
// One more `select` per round. It never waits, so it is cheap.
//
//sluice:about category=channels problem="One channel is more important than the others" go="select, default" name="priority queue, priority channel, starvation, random select" related="select_loop, quit_signal, backpressure"
package main

import (
	"fmt"
	"time"
)

//sluice:slider min=1 max=12 label="emergencies"
const numUrgent = 4

//sluice:slider min=1 max=12 label="check-ups"
const numRoutine = 4

//sluice:slider label="emergencies first"
const urgentFirst = true

//sluice:slider min=10ms max=500ms log label="treatment"
const treatTime = 150 * time.Millisecond

//sluice:try "A plain select" urgentFirst=false seeds=20 ask="Does the order of the cases in a select matter?" -> sometimes line 1 is "check-up 1", sometimes output same
//sluice:choice "The emergencies come first: their case is written first" -> line 1 is "emergency 1"
//sluice:choice "Sometimes a check-up comes first" -> sometimes line 1 is "check-up 1"
//sluice:because "Select picks among all ready cases with equal chance; where they stand in the code means nothing."

//sluice:try "With priority, under any seed" seeds=20 ask="How do you give one case of a select priority?" -> line 1 is "emergency 1", line 4 is "emergency 4", line 5 is "check-up 1"
//sluice:choice "Emergencies always come first" -> line 4 is "emergency 4"
//sluice:choice "Usually, but not always" -> sometimes line 4 is "emergency 4"
//sluice:because "Both queues are full before the doctor comes, so the first select finds every emergency before the second is reached."

//sluice:try "Many emergencies" numUrgent=12 -> line 12 is "emergency 12", line 13 is "check-up 1"
//sluice:choice "The first check-up comes fifth" -> line 5 is "check-up 1"
//sluice:choice "The first check-up comes thirteenth" -> line 13 is "check-up 1"
//sluice:because "As long as the first select finds an emergency, the second is never reached."

func treat(patient string) {
	time.Sleep(treatTime)
	fmt.Println(patient)
}

func doctor(urgent, routine <-chan string) {
	for urgent != nil || routine != nil {
		if urgentFirst {
			select {
			case patient, ok := <-urgent:
				urgent = treated(urgent, patient, ok)
				continue
			default: // no emergency: look at both
			}
		}
		select {
		case patient, ok := <-urgent:
			urgent = treated(urgent, patient, ok)
		case patient, ok := <-routine:
			routine = treated(routine, patient, ok)
		}
	}
}

// treated treats the patient that came from queue, if there was one, and returns the queue to look
// at from now on: nil when it has been closed.
func treated(queue <-chan string, patient string, ok bool) <-chan string {
	if !ok {
		return nil
	}
	treat(patient)
	return queue
}

func main() {
	urgent := make(chan string, numUrgent)
	routine := make(chan string, numRoutine)
	for n := range numUrgent {
		urgent <- fmt.Sprint("emergency ", n+1)
	}
	for n := range numRoutine {
		routine <- fmt.Sprint("check-up ", n+1)
	}
	close(urgent)
	close(routine)
	doctor(urgent, routine)
	fmt.Println("the surgery closes")
}
