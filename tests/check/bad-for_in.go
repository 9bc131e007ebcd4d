package main

import "fmt"

func main() {
	names := []string{"a", "b"}
	for name in names { // ERROR "syntax error: unexpected name in, expected {"
		fmt.Println(name)
	}
}
