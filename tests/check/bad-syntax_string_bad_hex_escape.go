package main

import "fmt"

func main() {
	fmt.Println("\x4g") // ERROR "invalid character 'g' in hexadecimal escape"
}
