package main

import (
	"fmt"
	"strings"
)

func main() {
	fmt.Println(strings.Repeat(3, "ab")) // ERROR "cannot use 3 (untyped int constant) as string" `cannot use "ab" (untyped string constant) as int`
}
