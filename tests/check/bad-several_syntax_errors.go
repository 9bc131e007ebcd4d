package main

import "fmt"

func main() {
	x := 
	if x > 2 // ERROR "syntax error: unexpected keyword if, expected"
		fmt.Println("big")
	for i = 0; i < 3 i++ { // ERROR "syntax error: unexpected name i, expected"
	} // ERROR "syntax error: unexpected }, expected { after for"
}
