package main

import "fmt"

var fmt = 1 // ERROR "fmt already declared through import of package fmt (\"fmt\")"

func main() {
	fmt.Println(1)
}
