package main

import "fmt"

func Identity[T any](x T) T { return x }

func main() {
	f := Identity // ERROR "cannot use generic function Identity without"
	fmt.Println(f(3))
}
