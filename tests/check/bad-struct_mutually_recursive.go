package main

import "fmt"

type Author struct{ best Book } // ERROR "invalid recursive type Author"
type Book struct{ by Author }

func main() {
	fmt.Println(Book{})
}
