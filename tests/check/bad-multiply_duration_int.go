package main

import "time"

func main() {
	n := 3
	time.Sleep(n * time.Second) // ERROR "invalid operation: n * time.Second (mismatched types int and time.Duration)"
}
