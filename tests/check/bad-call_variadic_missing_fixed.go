package main

import "fmt"

func log(level string, args ...any) { fmt.Println(level, args) }

func main() {
	log() // ERROR "not enough arguments in call to log"
}
