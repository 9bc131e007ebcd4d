package main

import "fmt"

func main() {
	nil = 3 // ERROR "cannot assign to nil (neither addressable nor a"
	fmt.Println(nil)
}
