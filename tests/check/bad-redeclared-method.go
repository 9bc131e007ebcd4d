package main

type stack struct{}

func (s stack) Push() {}

func (s stack) Push() {} // ERROR "method stack.Push already declared at ./prog.go:5:16"

func main() {
}
