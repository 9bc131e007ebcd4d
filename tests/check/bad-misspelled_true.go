package main

import "fmt"

func main() {
	var done bool = True // ERROR "undefined: True"
	fmt.Println(done)
}
