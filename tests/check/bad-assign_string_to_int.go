package main

import "fmt"

func main() {
	var age int = "thirty" // ERROR `cannot use "thirty" (untyped string constant) as`
	fmt.Println(age)
}
