package main

import "fmt"

func main() {
	version := 1.2.3 // ERROR "syntax error: unexpected literal .3 at end of"
	fmt.Println(version)
}
