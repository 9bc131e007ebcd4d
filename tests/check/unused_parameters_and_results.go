package main

import "fmt"

func ignore(a, b int, _ string) (n int, err error) {
	return
}

func main() {
	ignore(1, 2, "x")
	fmt.Println("ignored")
}
