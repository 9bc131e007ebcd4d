package main

import "fmt"

func divmod(a, b int) (int, int) { return a / b, a % b }

func add3(a, b, c int) int { return a + b + c }

func main() {
	fmt.Println(add3(1, divmod(7, 2))) // ERROR "multiple-value divmod(7, 2) (value of type (int," "not enough arguments in call to add3"
}
