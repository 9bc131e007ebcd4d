package main

import "fmt"

func main() {
	c := '' // ERROR "empty rune literal or unescaped '"
	fmt.Println(c)
}
