package main

import "fmt"

type a = b // ERROR "invalid recursive type a"
type b = a

func main() {
	fmt.Println("cycle")
}
