package main

import (
	"errors"
	"fmt"
)

var x = "global"

func f() (x int, err error) {
	if x, err := 5, errors.New("inner"); err != nil {
		_ = x
	}
	return x, err
}

func main() {
	fmt.Println(x)
	x := 1
	{
		x := "block"
		fmt.Println(x)
	}
	if x := x + 1; x > 1 {
		fmt.Println(x)
	} else if y := x; y > 0 {
		fmt.Println(y)
	}
	fmt.Println(x)
	fmt.Println(f())
	for x := 0; x < 1; x++ {
		x := x + 10
		fmt.Println(x)
	}
	type int32 string
	var s int32 = "shadowed type"
	fmt.Println(s)
	true := false
	fmt.Println(true)
	len := func(string) int { return -1 }
	fmt.Println(len("abc"))
}
