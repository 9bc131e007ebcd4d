// []byte of a constant string has no room to spare.
package main

import "fmt"

func main() {
	b := []byte("hello")
	fmt.Println(len(b), cap(b))
	c := append([]byte("hello"), " world"...)
	fmt.Println(len(c), cap(c))
	fmt.Println(cap([]byte("")), []byte("") == nil)
}
