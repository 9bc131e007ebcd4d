package main

import "fmt"

func main() {
	prices := []float64{2.5, 4, 1.25}
	for _, p := range prices {
		total += p // ERROR "undefined: total"
	}
	fmt.Println("done")
}
