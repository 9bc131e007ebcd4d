package main

import (
	"fmt"
	"time"
)

func main() {
	time.Sleep(0.5 * time.Second) // ERROR "0.5 (untyped float constant) truncated to int64"
	time.Sleep(time.Duration(1.5) * time.Second) // ERROR "cannot convert 1.5 (untyped float constant) to"
	fmt.Println("slept")
}
