package main

func index[T any](s []T, v T) int {
	for i, x := range s {
		if x == v { // ERROR "invalid operation: x == v (incomparable types in type set)"
			return i
		}
	}
	return -1
}

func main() {
}
