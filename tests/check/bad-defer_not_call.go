package main

func work() {}

func main() {
	defer work // ERROR "expression in defer must be function call"
}
