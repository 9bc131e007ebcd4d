package main

import "fmt"

func main() {
	c := 'ab' // ERROR "more than one character in rune literal"
	fmt.Println(c)
}
