package main

func grow[T any](v T) { grow([]T{v}) } // ERROR "instantiation cycle:"

func main() {
	grow(1)
}
