package main

import "fmt"

func main() {
	var v any = 1
	fmt.Println(v.(type)) // ERROR "invalid syntax tree: use of .(type) outside type"
}
