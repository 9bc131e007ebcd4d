package main

import "fmt"

func pair() int, string { // ERROR "syntax error: unexpected comma after top level"
	return 1, "a"
}

func main() {
	fmt.Println(pair())
}
