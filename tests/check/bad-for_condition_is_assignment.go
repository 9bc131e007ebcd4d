package main

import "fmt"

func main() {
	for i := 0; i = 3; i++ { // ERROR "syntax error: cannot use assignment i = 3 as value"
		fmt.Println(i)
	}
}
