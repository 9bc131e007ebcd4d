package main

func main() {
	s := []int{1}
	for range &s { // ERROR "cannot range over &s (value of type *[]int)"
	}
}
