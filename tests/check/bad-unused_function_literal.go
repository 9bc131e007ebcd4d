package main

import "fmt"

func main() {
	func() { // ERROR "func() {…} (value of type func()) is not used"
		fmt.Println("never called")
	}
}
