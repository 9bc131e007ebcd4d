package main

import "fmt"

func main() {
	arr := [2]string{"a", "b", "c"} // ERROR "index 2 is out of bounds (>= 2)"
	fmt.Println(arr)
}
