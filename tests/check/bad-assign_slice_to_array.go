package main

import "fmt"

func main() {
	var a [3]int = []int{1, 2, 3} // ERROR "cannot use []int{…} (value of type []int) as [3]int value in variable declaration"
	fmt.Println(a)
}
