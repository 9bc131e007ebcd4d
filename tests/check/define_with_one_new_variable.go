package main

import (
	"fmt"
	"strconv"
)

func main() {
	a, err := strconv.Atoi("1")
	b, err := strconv.Atoi("x")
	fmt.Println(a, b, err != nil)
}
