package main

import "fmt"

func main() {
	fmt.Println(int(nil)) // ERROR "cannot convert nil to type int"
}
