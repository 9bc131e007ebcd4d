package main

import "fmt"

func main() {
	nums := [1, 2, 3] // ERROR "syntax error: unexpected comma; expected ]"
	fmt.Println(nums)
}
