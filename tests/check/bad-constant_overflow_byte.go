package main

import "fmt"

func main() {
	pixel := []byte{0, 128, 256} // ERROR "cannot use 256 (untyped int constant) as byte"
	fmt.Println(pixel)
}
