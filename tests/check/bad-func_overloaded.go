package main

import "fmt"

func show(n int)    { fmt.Println(n) }
func show(s string) { fmt.Println(s) } // ERROR "show redeclared in this block"

func main() {
	show(1)
	show("a") // ERROR `cannot use "a" (untyped string constant) as int`
}
