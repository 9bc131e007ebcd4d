package main

import "fmt"

func main() {
	x := print("a") // ERROR `print("a") (no value) used as value`
	fmt.Println(x)
}
