package main

import "fmt"

func main() {
	var arr [3]int
	arr = append(arr, 1) // ERROR "first argument to append must be a slice; have arr"
	fmt.Println(arr)
}
