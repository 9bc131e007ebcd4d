package main

import "fmt"

func main() {
	n := 3
	switch n {
	case "three": // ERROR `cannot convert "three" (untyped string constant)`
		fmt.Println("3")
	}
}
