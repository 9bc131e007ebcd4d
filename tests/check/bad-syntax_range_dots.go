package main

import "fmt"

func main() {
	for i := range 0..10 { // ERROR "syntax error: unexpected literal .10, expected {"
		fmt.Println(i)
	}
}
