package main

import "fmt"

func main() {
	done := false
	select {
	case <-done: // ERROR "invalid operation: cannot receive from non-channel"
		fmt.Println("done")
	default:
	}
}
