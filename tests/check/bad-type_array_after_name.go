package main

import "fmt"

func main() {
	var nums int[3] // ERROR "syntax error: unexpected literal 3, expected type"
	fmt.Println(nums)
}
