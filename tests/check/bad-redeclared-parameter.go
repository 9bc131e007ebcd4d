package main

func add(a int, a int) int { return a } // ERROR "a redeclared in this block"

func main() {
}
