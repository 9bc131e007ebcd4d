package main

import "fmt"

func main() {
	x := _ // ERROR "cannot use _ as value or type"
	fmt.Println(x)
}
