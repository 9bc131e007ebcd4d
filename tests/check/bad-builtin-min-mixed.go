package main

import "fmt"

func main() {
	fmt.Println(min(1, "a")) // ERROR "invalid argument: mismatched types untyped int (previous argument) and untyped string (type of \"a\")"
}
