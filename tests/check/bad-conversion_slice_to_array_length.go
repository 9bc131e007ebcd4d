package main

import "fmt"

func main() {
	s := []string{"a"}
	arr := [2]int(s) // ERROR "cannot convert s (variable of type []string) to"
	fmt.Println(arr)
}
