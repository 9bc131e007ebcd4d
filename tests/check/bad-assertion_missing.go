package main

import "fmt"

func main() {
	values := []any{1, 2, 3}
	sum := 0
	for _, v := range values {
		sum += v // ERROR "invalid operation: sum += v (mismatched types int"
	}
	fmt.Println(sum)
}
