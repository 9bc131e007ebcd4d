package main

import "fmt"

func Kind[T any](x T) string {
	switch x.(type) { // ERROR "cannot use type switch on type parameter value x"
	case int:
		return "int"
	}
	return "?"
}

func main() {
	fmt.Println(Kind(3))
}
