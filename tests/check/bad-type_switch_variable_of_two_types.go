package main

import "fmt"

func double(v any) int {
	switch x := v.(type) {
	case int, int64:
		return x * 2 // ERROR "invalid operation: x * 2 (mismatched types any and"
	}
	return 0
}

func main() {
	fmt.Println(double(2))
}
