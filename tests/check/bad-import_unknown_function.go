package main

import (
	"fmt"
	"strings"
)

func main() {
	fmt.Println(strings.Reverse("abc")) // ERROR "undefined: strings.Reverse"
}
