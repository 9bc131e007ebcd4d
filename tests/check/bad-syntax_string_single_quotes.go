package main

import "fmt"

func main() {
	fmt.Println('hello') // ERROR "more than one character in rune literal"
}
