package main

import "fmt"

func main() {
	total := 1 + 2
		+ 3 // ERROR "+3 (untyped int constant 3) is not used"
	fmt.Println(total)
}
