package main

import "fmt"

func pair() (int, string) { return 1, "a" }

func show(n int, rest ...string) { fmt.Println(n, rest) }

func main() {
	show(pair())
	fmt.Println(pair())
}
