package main

import "fmt"

func main() {
	n := 1
pick:
	switch n {
	case 1:
		for range 2 {
			continue pick // ERROR "invalid continue label pick"
		}
	}
	fmt.Println(n)
}
