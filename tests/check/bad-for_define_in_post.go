package main

import "fmt"

func main() {
	for i := 0; i < 3; i := i + 1 { // ERROR "syntax error: cannot declare in post statement of"
		fmt.Println(i)
	}
}
