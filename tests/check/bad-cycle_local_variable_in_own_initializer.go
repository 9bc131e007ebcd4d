package main

import "fmt"

func main() {
	count := count + 1 // ERROR "undefined: count"
	fmt.Println(count)
}
