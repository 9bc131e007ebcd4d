package main

func main() {
	n := 1
	switch n.(type) { // ERROR "n (variable of type int) is not an interface"
	case int:
	}
}
