package main

import "fmt"

func main() {
	goto end // ERROR "goto end jumps over declaration of x at ./prog.go:7:4"
	x := 1
end:
	fmt.Println(x)
}
