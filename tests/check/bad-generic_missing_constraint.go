package main

import "fmt"

func Show[T](x T) { // ERROR "syntax error: missing type constraint"
	fmt.Println(x)
}

func main() {
	Show(1)
}
