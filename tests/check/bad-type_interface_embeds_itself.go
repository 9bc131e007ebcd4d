package main

import "fmt"

type loop interface { // ERROR "invalid recursive type: loop refers to itself"
	loop
	Next() int
}

func main() {
	var l loop
	fmt.Println(l)
}
