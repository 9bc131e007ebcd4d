package main

import "fmt"

func pair() (int, error) { return 1, nil }

func main() {
	n := 1 + pair() // ERROR "multiple-value pair() (value of type (int, error)) in single-value context"
	fmt.Println(n)
}
