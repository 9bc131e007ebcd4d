package main

import "fmt"

func main() {
	f := len // ERROR "len (built-in) must be called"
	fmt.Println(f("abc"))
}
