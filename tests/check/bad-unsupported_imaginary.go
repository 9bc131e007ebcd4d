//test: go=no left out here on purpose
package main

import "fmt"

func main() {
	fmt.Println(2i) // ERROR "complex numbers are not supported (2i): use two float64 values"
}
