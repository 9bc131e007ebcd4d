package main

import (
	"fmt"
	"strconv"
)

func main() {
	n := strconv.Atoi("12") // ERROR "assignment mismatch: 1 variable but strconv.Atoi"
	fmt.Println(n)
}
