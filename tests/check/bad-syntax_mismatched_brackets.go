package main

import "fmt"

func main() {
	nums := []int{1, 2, 3) // ERROR "syntax error: unexpected ) in composite literal;"
	fmt.Println(nums)
}
