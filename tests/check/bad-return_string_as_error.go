package main

import "fmt"

func check(n int) error {
	if n < 0 {
		return "negative" // ERROR `cannot use "negative" (constant of type string) as`
	}
	return nil
}

func main() {
	fmt.Println(check(-1))
}
