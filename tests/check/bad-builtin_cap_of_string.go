package main

import "fmt"

func main() {
	fmt.Println(cap("hello")) // ERROR `invalid argument: "hello" (untyped string`
}
