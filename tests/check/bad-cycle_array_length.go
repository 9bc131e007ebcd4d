package main

import "fmt"

type buffer [len(buffer{})]byte // ERROR "invalid recursive type"

func main() {
	fmt.Println(buffer{})
}
