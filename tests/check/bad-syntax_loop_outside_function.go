package main

import "fmt"

for i := range 3 { // ERROR "syntax error: non-declaration statement outside"
	fmt.Println(i)
}

func main() {}
