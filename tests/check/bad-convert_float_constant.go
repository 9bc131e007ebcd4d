package main

import "fmt"

func main() {
	fmt.Println(int(1.5)) // ERROR "cannot convert 1.5 (untyped float constant) to type int"
}
