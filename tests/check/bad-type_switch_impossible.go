package main

import "fmt"

func main() {
	var s fmt.Stringer
	switch s.(type) {
	case int: // ERROR "impossible type switch case: int"
	}
}
