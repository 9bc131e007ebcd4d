package main

import "os" // ERROR "\"os\" imported and not used"

func main() {
	println("hi")
}
