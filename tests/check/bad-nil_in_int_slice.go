package main

import "fmt"

func main() {
	xs := []int{1, nil} // ERROR "cannot use nil as int value in array or slice"
	fmt.Println(xs)
}
