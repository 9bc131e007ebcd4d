package main

import "fmt"

func main() {
	const huge = 1 << 600 // ERROR "constant shift overflow"
	fmt.Println(huge > 0)
}
