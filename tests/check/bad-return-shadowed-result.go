package main

import "fmt"

func f() (err error) {
	if true {
		err := fmt.Errorf("x") // ERROR "declared and not used: err"
		return // ERROR "result parameter err not in scope at return"
	}
	return
}

func main() {
}
