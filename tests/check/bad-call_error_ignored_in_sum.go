package main

import (
	"fmt"
	"strconv"
)

func main() {
	total := 1 + strconv.Atoi("41") // ERROR `multiple-value strconv.Atoi("41") (value of type`
	fmt.Println(total)
}
