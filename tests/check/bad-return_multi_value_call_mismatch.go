package main

import "fmt"

func pair() (int, string) { return 1, "a" }

func swap() (string, int) {
	return pair() // ERROR "cannot use pair() (value of type int) as string" "cannot use pair() (value of type string) as int"
}

func main() {
	fmt.Println(swap())
}
