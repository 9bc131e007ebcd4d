package main

func main() {
	switch 1 {
	case 1:
		continue // ERROR "continue is not in a loop"
	}
}
