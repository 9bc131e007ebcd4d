//test: go=no the go command has words of its own for it
package main

import (
	"fmt"
	"string"
)

func main() {
	fmt.Println(string.ToUpper("a"))
}
