package main

import (
	"fmt"
	"strings"
)

func main() {
	fmt.Println(strings.ToUpper()) // ERROR "not enough arguments in call to strings.ToUpper"
}
