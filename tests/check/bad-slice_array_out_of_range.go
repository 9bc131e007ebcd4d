package main

import "fmt"

func main() {
	arr := [3]int{1, 2, 3}
	fmt.Println(arr[1:5]) // ERROR "invalid argument: index 5 out of bounds [0:4]"
}
