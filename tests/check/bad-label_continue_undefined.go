package main

import "fmt"

func main() {
	for i := range 3 {
		if i == 1 {
			continue next // ERROR "continue label not defined: next"
		}
		fmt.Println(i)
	}
}
