// Spec: Operators: a negative shift count at run time panics.

package main

import "fmt"

func main() {
	n := -1
	fmt.Println("before")
	fmt.Println(1 << n)
}
