package main

import "fmt"

func Each[T any](xs T) {
	for _, x := range xs { // ERROR "cannot range over xs (variable of type T"
		fmt.Println(x)
	}
}

func main() {
	Each([]int{1})
}
