package main

import "fmt"

func next() int { return 1 }

func main() {
	v, ok := next() // ERROR "assignment mismatch: 2 variables but next returns"
	fmt.Println(v, ok)
}
