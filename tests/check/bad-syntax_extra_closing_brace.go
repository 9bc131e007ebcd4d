package main

import "fmt"

func first() {
	fmt.Println("first")
}
} // ERROR "syntax error: non-declaration statement outside"

func main() {
	first()
}
