package main

import "fmt"

func arr() [2]int { return [2]int{} }

func main() {
	fmt.Println(arr()[:]) // ERROR "invalid operation: arr() (value of type [2]int) (slice of unaddressable value)"
}
