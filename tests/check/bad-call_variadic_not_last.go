package main

import "fmt"

func join(parts ...string, sep string) string { return sep } // ERROR "can only use ... with final parameter in list"

func main() {
	fmt.Println(join("a", ","))
}
