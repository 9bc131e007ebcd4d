//test: go=no complex numbers are left out
package main

import "fmt"

func main() {
	z := complex(1.0, 2.0)
	fmt.Println(real(z), imag(z))
}
