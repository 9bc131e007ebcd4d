package main

func main() {
	time.Sleep(1) // ERROR "undefined: time"
}
