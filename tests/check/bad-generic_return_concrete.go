package main

func zero[T any]() T { return 0 } // ERROR "cannot use 0 (untyped int constant) as T value in return statement"

func main() {
}
