package main

import "fmt"

func main() {
	const limit // ERROR "missing init expr for limit"
	fmt.Println(limit)
}
