package main

import "fmt"

func main() {
	for i := range 3 {
		if i == 1 {
			break outer // ERROR "break label not defined: outer"
		}
		fmt.Println(i)
	}
}
