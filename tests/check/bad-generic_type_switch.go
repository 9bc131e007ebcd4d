package main

func kind[T any](v T) {
	switch v.(type) { // ERROR "cannot use type switch on type parameter value v (variable of type T constrained by any)"
	case int:
	}
}

func main() {
}
