package main

import "fmt"

func main() {
	c := 'a' + 1
	var b byte = 'z' - 1
	fmt.Println(c, b, string(rune(c)))
}
