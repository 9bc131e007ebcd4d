package main

import "fmt"

func cleanup(code int) { fmt.Println(code) }

func main() {
	defer cleanup("done") // ERROR `cannot use "done" (untyped string constant) as int`
	fmt.Println("hi")
}
