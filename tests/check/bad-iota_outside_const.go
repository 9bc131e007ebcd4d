package main

import "fmt"

func main() {
	n := iota // ERROR "cannot use iota outside constant declaration"
	fmt.Println(n)
}
