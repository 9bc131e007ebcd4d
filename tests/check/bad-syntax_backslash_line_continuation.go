package main

import "fmt"

func main() {
	total := 1 + \ // ERROR "invalid character U+005C '\'"
		2
	fmt.Println(total)
}
