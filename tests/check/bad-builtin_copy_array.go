package main

import "fmt"

func main() {
	var dst [2]int
	copy(dst, []int{1, 2}) // ERROR "invalid argument: copy expects slice arguments;"
	fmt.Println(dst)
}
