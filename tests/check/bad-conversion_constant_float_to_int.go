package main

import "fmt"

func main() {
	fmt.Println(int(3.14)) // ERROR "cannot convert 3.14 (untyped float constant) to"
}
