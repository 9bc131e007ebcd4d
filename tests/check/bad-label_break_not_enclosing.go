package main

import "fmt"

func main() {
first:
	for i := range 2 {
		fmt.Println(i)
	}
	for j := range 2 {
		if j == 1 {
			break first // ERROR "invalid break label first"
		}
	}
}
