package main

func main() {
	go int(3) // ERROR "go requires function call, not conversion int(3) (constant 3 of type int)"
}
