package main

import "fmt"

type box struct{ w int }

func grow(b box) {
	(*b).w++ // ERROR "invalid operation: cannot indirect b (variable of"
}

func main() {
	grow(box{1})
	fmt.Println("grown")
}
