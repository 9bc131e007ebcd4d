package main

import "fmt" // ERROR `"fmt" imported and not used`

func main() {
	ch := make(chan int, 1) // ERROR "declared and not used: ch"
	select {
	case len(ch) > 0: // ERROR "select case must be send or receive (possibly with"
		fmt.Println("some")
	default:
	}
}
