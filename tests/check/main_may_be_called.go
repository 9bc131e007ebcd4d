package main

import "fmt"

var calls int

func main() {
	calls++
	if calls < 3 {
		main()
		return
	}
	fmt.Println(calls)
}
