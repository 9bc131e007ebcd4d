package main

import "fmt"

type state func(*lift) state
type lift struct {
	floor int
	calls <-chan int
	log   []string
}

func idle(l *lift) state {
	target, ok := <-l.calls
	if !ok {
		return nil
	}
	return moving(target)
}
func moving(target int) state {
	return func(l *lift) state {
		switch {
		case target > l.floor:
			l.floor++
		case target < l.floor:
			l.floor--
		default:
			l.log = append(l.log, fmt.Sprint("open at ", target))
			return idle
		}
		l.log = append(l.log, fmt.Sprint(l.floor))
		return moving(target)
	}
}
func main() {
	calls := make(chan int, 3)
	calls <- 3
	calls <- 1
	calls <- 2
	close(calls)
	l := &lift{calls: calls}
	for s := state(idle); s != nil; {
		s = s(l)
	}
	fmt.Println(l.log)
}
