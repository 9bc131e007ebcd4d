package main

import 'fmt' // ERROR "more than one character in rune literal"

func main() {
	fmt.Println("hello") // ERROR "undefined: fmt"
}
