package main

import "fmt"

func main() {
	names := []string{"a", "b"}
	foreach name := range names { // ERROR "syntax error: unexpected name name at end of"
		fmt.Println(name)
	}
} // ERROR "syntax error: non-declaration statement outside"
