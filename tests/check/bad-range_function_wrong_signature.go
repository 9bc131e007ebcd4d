package main

import "fmt"

func count(yield func(int)) {
	yield(1)
}

func main() {
	for i := range count { // ERROR "cannot range over count (value of type func(yield"
		fmt.Println(i)
	}
}
