package main

import "fmt"

func Wrap[T any](x T) any {
	type box struct{ v T }
	return box{x, x} // ERROR "too many values in struct literal of type box"
}

func main() {
	fmt.Println(Wrap(3))
}
