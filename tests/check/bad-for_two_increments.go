package main

import "fmt"

func main() {
	for i, j := 0, 5; i < j; i++, j-- { // ERROR "syntax error: unexpected comma, expected { after"
		fmt.Println(i, j)
	}
}
