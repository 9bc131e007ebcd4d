//test: go=no left out here on purpose
package main

func main() {
	var c complex128 // ERROR "complex numbers are not supported (complex128): use two float64 values"
	_ = c
}
