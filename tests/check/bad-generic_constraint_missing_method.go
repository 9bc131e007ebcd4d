package main

import "fmt"

type Named interface{ Name() string }

func Show[T Named](items []T) {
	for _, it := range items {
		fmt.Println(it.Name())
	}
}

type city struct{}

func main() {
	Show([]city{{}}) // ERROR "in call to Show, T (type city) does not satisfy"
}
