package main

import (
	"fmt"
	"time"
)

func main() {
	seconds := 2
	time.Sleep(seconds) // ERROR "cannot use seconds (variable of type int) as"
	fmt.Println("awake")
}
