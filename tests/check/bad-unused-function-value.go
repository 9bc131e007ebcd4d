package main

import "fmt"

func main() {
	fmt.Println // ERROR "fmt.Println (value of type func(a ...any) (n int, err error)) is not used"
}
