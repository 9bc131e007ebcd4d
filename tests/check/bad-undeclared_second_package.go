package main

import "fmt"

func main() {
	time.Sleep(time.Second) // ERROR "undefined: time"
	fmt.Println("awake")
}
