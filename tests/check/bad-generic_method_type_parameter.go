package main

type box struct{}

func (b box) get[T any]() T { panic(0) } // ERROR "syntax error: method must have no type parameters"

func main() {
}
