package main

type box[T any] struct{ v T }

func (b box) get() int { return 0 } // ERROR "cannot use generic type box[T any] without instantiation"

func main() {
}
