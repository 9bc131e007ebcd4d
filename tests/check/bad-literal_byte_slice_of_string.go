package main

import "fmt"

func main() {
	data := []byte{"hello"} // ERROR `cannot use "hello" (untyped string constant) as`
	fmt.Println(data)
}
