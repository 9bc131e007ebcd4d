package main

var version = "1.0"

import "fmt" // ERROR "syntax error: imports must appear before other"

func main() {
	fmt.Println(version)
}
