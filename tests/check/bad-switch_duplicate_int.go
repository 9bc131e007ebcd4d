package main

func main() {
	n := 1
	switch n {
	case 1:
	case 1: // ERROR "duplicate case 1 (constant of type int) in expression switch"
	}
}
