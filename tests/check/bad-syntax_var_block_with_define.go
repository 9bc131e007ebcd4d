package main

import "fmt"

var (
	host := "localhost" // ERROR "syntax error: unexpected :=, expected ="
	port := 80 // ERROR "syntax error: unexpected :=, expected ="
)

func main() {
	fmt.Println(host, port)
}
