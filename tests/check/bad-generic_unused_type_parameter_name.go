package main

func f[T any](v U) {} // ERROR "undefined: U"

func main() {
}
