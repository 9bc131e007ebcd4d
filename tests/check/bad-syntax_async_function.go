package main

import "fmt"

async func work() int { return 1 } // ERROR "syntax error: non-declaration statement outside"

func main() {
	fmt.Println(work())
}
