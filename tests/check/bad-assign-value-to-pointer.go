package main

import "fmt"

func main() {
	n := 1
	var p *int = n // ERROR "cannot use n (variable of type int) as *int value in variable declaration"
	fmt.Println(p)
}
