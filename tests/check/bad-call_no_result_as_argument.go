package main

import "fmt"

func log(s string) { fmt.Println(s) }

func main() {
	fmt.Println(log("x")) // ERROR `log("x") (no value) used as value`
}
