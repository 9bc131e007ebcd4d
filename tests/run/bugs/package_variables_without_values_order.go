// A variable without a value counts as a step of the initialisation order too: e does not wait for anything, the
// others wait for variables that are declared after them.
package main

import "fmt"

func step(name string, _ ...any) int {
	fmt.Println("init", name)
	return len(name)
}

var first = step("first", later)
var second = step("second", constant, number)
var third = func() int {
	if false {
		fmt.Println(number)
	}
	return step("third")
}()
var free = step("free")

var later int
var constant = limit + 1
var number = func() int { return 42 }()

const limit = 3

func main() {
	fmt.Println(first, second, third, free, later, constant, number)
}
