package main

import "fmt"

func main() {
	fmt.Println("C:\data\users") // ERROR "unknown escape" "invalid character 's' in hexadecimal escape"
}
