package main

import "fmt"

type animal struct{ name string }

type dog extends animal { // ERROR "syntax error: unexpected name animal after top"
	breed string
}

func main() {
	fmt.Println(dog{})
}
