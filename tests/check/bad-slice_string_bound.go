package main

import "fmt"

func main() {
	s := "hello"
	fmt.Println(s["1":]) // ERROR `cannot convert "1" (untyped string constant) to`
}
