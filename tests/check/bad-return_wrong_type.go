package main

import "fmt"

func label(n int) string {
	return n // ERROR "cannot use n (variable of type int) as string"
}

func main() {
	fmt.Println(label(3))
}
