package main

import "fmt"

func main() {
	for i, v := range []int{1, 2} { // ERROR "declared and not used: i"
		fmt.Println(v)
	}
}
