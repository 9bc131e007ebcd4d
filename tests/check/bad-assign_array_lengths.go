package main

import "fmt"

func main() {
	var a [3]int = [2]int{1, 2} // ERROR "cannot use [2]int{…} (value of type [2]int) as [3]int value in variable declaration"
	fmt.Println(a)
}
