package main

import "fmt"

func main() {
	sum := 0
	for _, p := range []float64{1.5, 2.5} {
		sum += p // ERROR "invalid operation: sum += p (mismatched types int"
	}
	fmt.Println(sum)
}
