package main

import "fmt"

func pairs(yield func(int, string) bool) {
	_ = yield(1, "a") && yield(2, "b")
}

func main() {
	for range 2 {
		fmt.Print("x")
	}
	for i := range 3 {
		fmt.Print(i)
	}
	for k, v := range pairs {
		fmt.Print(k, v)
	}
	for i, c := range "hé" {
		fmt.Print(i, string(c))
	}
	for i := range [3]int{} {
		fmt.Print(i)
	}
	fmt.Println()
}
