package main

import "time"

func main() {
	time.Sleep(0.5 * time.Second) // ERROR "0.5 (untyped float constant) truncated to int64"
}
