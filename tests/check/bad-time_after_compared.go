package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	if time.Since(start) > 2*time.Second || start > time.Now() { // ERROR "invalid operation: start > time.Now() (operator >"
		fmt.Println("late")
	}
}
