package main

import (
	"fmt"
	"strings"
)

func main() {
	upper := strings.ToUpper("abc")
	{
		strings := []string{upper}
		fmt.Println(strings)
	}
	fmt.Println(strings.ToLower(upper))
}
