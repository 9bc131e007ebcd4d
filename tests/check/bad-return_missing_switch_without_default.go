package main

import "fmt"

func name(day int) string {
	switch day {
	case 0:
		return "sun"
	case 1:
		return "mon"
	}
} // ERROR "missing return"

func main() {
	fmt.Println(name(1))
}
