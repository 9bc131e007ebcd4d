package main

import "fmt"

func main() {
	$price := 3 // ERROR "invalid character U+0024 '$'"
	fmt.Println($price) // ERROR "invalid character U+0024 '$'"
}
