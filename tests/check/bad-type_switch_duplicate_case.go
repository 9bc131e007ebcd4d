package main

import "fmt"

func kind(v any) string {
	switch v.(type) {
	case int, string:
		return "basic"
	case string: // ERROR "duplicate case string in type switch"
		return "text"
	default:
		return "?"
	}
}

func main() {
	fmt.Println(kind(1))
}
