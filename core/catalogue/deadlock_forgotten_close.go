// # Deadlock: the forgotten close
//
// `range` over a channel ends when the channel is **closed**, not when nobody sends any more. Only
// the sender knows that nothing more will come, and closing is how it says so.
//
// ## How to see it here
//
//   - The postman brings four letters and goes home. `main` has read them all and waits for a fifth.
//   - The postman is gone, `main` waits: nothing more can ever happen.
//
// ## How to repair it
//
//   - A single sender closes, with `defer close(mailbox)`, so that it happens on every path.
//   - With **several** senders none of them may close: a wait group counts them, and a goroutine that
//     waits for it closes (*closes*, with any number of senders).
//   - If the receiver knows how many letters will come, it can count instead of ranging.
//
// A channel need not be closed to be collected. Close it only to tell receivers that it is over.
//
// ## What goes wrong with the repair
//
//   - The *receiver* closes: the sender panics at its next send.
//   - Each of two senders closes: the slower one sends on a closed channel, or closes it twice.
//
//sluice:about category=trouble problem="My range loop over a channel never ends" go="close, range, defer" name="close a channel, who closes a channel, range never ends, all goroutines are asleep" related="merge, generator, pipeline, leak_forgotten_receiver"
package main

import (
	"fmt"
	"sync"
	"time"
)

//sluice:slider label="closes"
const closes = false

//sluice:slider min=1 max=3 label="senders"
const senders = 1

//sluice:slider label="each sender closes"
const eachCloses = false

//sluice:slider min=1 max=8 label="letters each"
const letters = 4

//sluice:try "Nobody closes" ask="When does range over a channel end?" -> deadlock, lines = 4
//sluice:choice "After the last letter" -> done
//sluice:choice "Deadlock after the last letter" -> deadlock, lines = 4
//sluice:because "range asks for the next value until the channel is closed. A channel does not notice that its sender has gone."

//sluice:try "Close when the sender is done" closes=true ask="Are values lost when a channel is closed?" -> clean, lines = 5
//sluice:choice "All four letters, then the end" -> clean, lines = 5
//sluice:choice "The last letter is lost: the channel is already closed" -> lines < 5
//sluice:because "Closing takes nothing away: what was sent before is still received."

//sluice:try "Two senders, each closes" senders=2 eachCloses=true ask="Who closes a channel with two senders?" -> panic "closed channel"
//sluice:choice "The second close does nothing" -> clean
//sluice:choice "Panic" -> panic "closed channel"
//sluice:because "The first one to finish closes the channel. The other is still sending."

//sluice:try "Two senders, a closer waits for both" senders=2 closes=true -> clean, lines = 9
//sluice:choice "All eight letters, then the end" -> clean, lines = 9
//sluice:choice "Four letters" -> lines = 5
//sluice:because "The wait group reaches zero only when both postmen have ended, so nobody can send after the close."

func post(id int, mailbox chan<- string, wg *sync.WaitGroup) {
	defer wg.Done()
	for n := range letters {
		time.Sleep(time.Duration(100+30*id) * time.Millisecond)
		mailbox <- fmt.Sprintf("letter %d of postman %d", n+1, id)
	}
	if eachCloses {
		close(mailbox)
	}
}

func main() {
	mailbox := make(chan string)
	var wg sync.WaitGroup
	for id := range senders {
		wg.Add(1)
		go post(id+1, mailbox, &wg)
	}
	if closes {
		//sluice:name closer
		go func() {
			wg.Wait()
			close(mailbox)
		}()
	}
	for letter := range mailbox {
		fmt.Println(letter)
	}
	time.Sleep(200 * time.Millisecond) // long enough to see what a slower sender does
	fmt.Println("no more letters")
}
