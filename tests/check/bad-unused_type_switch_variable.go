package main

import "fmt"

func describe(v any) string {
	switch x := v.(type) { // ERROR "x declared and not used"
	case int:
		return "int"
	case string:
		return "string"
	}
	return "other"
}

func main() {
	fmt.Println(describe(1))
}
