//test: go=no complex numbers are left out
package main

import "fmt"

func main() {
	z := 1 + 2i
	fmt.Println(z)
}
