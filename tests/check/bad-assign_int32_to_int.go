package main

import "fmt"

func main() {
	var a int32 = 1
	var b int = a // ERROR "cannot use a (variable of type int32) as int value in variable declaration"
	fmt.Println(b)
}
