package main

import "strings"

func main() {
	var b strings.Builder
	b.String // ERROR "b.String (value of type func() string) is not used"
}
