package main

import "fmt"

func show(s string) { fmt.Println(s) }

func main() {
	text := show("a") // ERROR `show("a") (no value) used as value`
	fmt.Println(text)
}
