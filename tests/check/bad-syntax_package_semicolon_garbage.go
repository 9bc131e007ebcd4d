package main main // ERROR "syntax error: unexpected name main, expected"

import "fmt"

func main() {
	fmt.Println("hello")
}
