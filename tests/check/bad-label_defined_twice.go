package main

import "fmt"

func main() {
loop:
	for i := range 2 {
		if i > 0 {
			break loop
		}
	}
loop: // ERROR "label loop already defined at ./prog.go:6:1"
	for j := range 2 {
		if j > 0 {
			continue loop // ERROR "invalid continue label loop"
		}
	}
	fmt.Println("end")
}
