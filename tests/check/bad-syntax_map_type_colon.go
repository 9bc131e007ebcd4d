package main

import "fmt"

func main() {
	var m map[string:int] // ERROR "syntax error: unexpected :, expected ]"
	fmt.Println(m)
}
