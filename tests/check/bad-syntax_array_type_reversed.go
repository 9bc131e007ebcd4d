package main

import "fmt"

func main() {
	var nums int[] // ERROR "syntax error: unexpected ], expected type argument"
	fmt.Println(nums)
}
