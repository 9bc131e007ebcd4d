package main

func main() {
	n := 1
	switch {
	case n: // ERROR "invalid case n in switch on true (mismatched types int and bool)"
	}
}
