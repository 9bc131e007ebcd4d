package main

import (
	"fmt"
	"strings"
)

func main() {
	s := strings.NewReplacer("a", "b")
		.Replace("aaa") // ERROR "syntax error: unexpected ., expected }"
	fmt.Println(s)
}
