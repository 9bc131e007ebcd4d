package main

func main() {
	go len("x") // ERROR "go discards result of len(\"x\") (constant 1 of type int)"
}
