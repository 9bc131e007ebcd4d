package main

func run() {}

func run() {} // ERROR "run redeclared in this block"

func main() {
}
