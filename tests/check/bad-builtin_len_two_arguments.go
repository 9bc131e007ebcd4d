package main

import "fmt"

func main() {
	fmt.Println(len("a", "b")) // ERROR `invalid operation: too many arguments for len("a",`
}
