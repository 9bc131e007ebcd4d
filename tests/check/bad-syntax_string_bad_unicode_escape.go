package main

import "fmt"

func main() {
	fmt.Println("\u12") // ERROR `invalid character '"' in hexadecimal escape`
}
