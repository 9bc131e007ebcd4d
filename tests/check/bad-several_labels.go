package main

import "fmt"

func main() {
a: // ERROR "label a defined and not used"
	for {
		break b // ERROR "break label not defined: b"
	}
c: // ERROR "label c defined and not used"
	fmt.Println("x")
	goto d // ERROR "label d not defined"
}
