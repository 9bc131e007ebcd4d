//test: go=no left out here on purpose
package main

import (
	"fmt"
	"mathematics" // ERROR "package mathematics is not in std: a program is one package in one file"
)

func main() {
	fmt.Println(mathematics.Pi)
}
