package main

import "fmt"

func count(yield func(int) bool) {
	yield(1)
}

func main() {
	for i, v := range count { // ERROR "range over count (value of type func(yield"
		fmt.Println(i, v)
	}
}
