package main

type a struct{ b b } // ERROR "invalid recursive type a"

type b struct{ a a }

func main() {
}
