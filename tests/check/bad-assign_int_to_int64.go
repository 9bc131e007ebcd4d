package main

import "fmt"

func main() {
	count := 10
	var total int64
	total = count // ERROR "cannot use count (variable of type int) as int64"
	fmt.Println(total)
}
