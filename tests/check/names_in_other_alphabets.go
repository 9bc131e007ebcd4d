package main

import "fmt"

func größe(多 int) int { return 多 * 2 }

func main() {
	π, _x, éclair := 3.14, 1, 2
	fmt.Println(größe(4), π, _x, éclair)
}
