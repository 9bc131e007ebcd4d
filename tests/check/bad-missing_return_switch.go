package main

func name(n int) string {
	switch n {
	case 1:
		return "one"
	}
} // ERROR "missing return"

func main() {
}
