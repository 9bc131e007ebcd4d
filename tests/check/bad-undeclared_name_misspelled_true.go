package main

import "fmt"

func main() {
	ok := True // ERROR "undefined: True"
	if ok {
		fmt.Println("yes")
	}
}
