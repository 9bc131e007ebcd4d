package main

import "fmt"

func main() {
	fmt.Println(alpha, beta) // ERROR "undefined: alpha" "undefined: beta"
}
