package main

import (
	"errors"
	"fmt"
	"runtime"
)

func main() {
	s := []int{1, 2, 3}
	i := 5
	defer func() {
		r := recover()
		fmt.Println("recovered:", r)
		err, ok := r.(error)
		fmt.Println(ok, err.Error())
		var re runtime.Error
		fmt.Println(errors.As(err, &re))
		fmt.Println(s[i])
	}()
	fmt.Println(s[i])
}
