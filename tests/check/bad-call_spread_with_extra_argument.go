package main

import "fmt"

func join(sep string, parts ...string) int { return len(parts) }

func main() {
	more := []string{"b", "c"}
	fmt.Println(join(",", "a", more...)) // ERROR "too many arguments in call to join"
}
