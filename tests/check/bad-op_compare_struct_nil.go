package main

import "fmt"

type user struct{ name string }

func main() {
	u := user{}
	if u == nil { // ERROR "invalid operation: u == nil (mismatched types user"
		fmt.Println("no user")
	}
}
