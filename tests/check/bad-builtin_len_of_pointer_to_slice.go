package main

import "fmt"

func count(xs *[]int) int { return len(xs) } // ERROR "invalid argument: xs (variable of type *[]int) for"

func main() {
	fmt.Println(count(&[]int{1}))
}
