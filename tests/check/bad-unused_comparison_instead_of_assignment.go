package main

import "fmt"

func main() {
	ready := false
	ready == true // ERROR "ready == true (untyped bool value) is not used"
	fmt.Println(ready)
}
