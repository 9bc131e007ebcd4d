package main

import "fmt"

func add(int, string int) int { return int + string }

func main() {
	fmt.Println(add(1, 2))
}
