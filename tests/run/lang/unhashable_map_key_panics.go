package main

import "fmt"

func main() {
	m := map[interface{}]int{}
	defer func() {
		fmt.Println(recover())
		var a, b interface{} = []int{1}, []int{1}
		defer func() { fmt.Println(recover()) }()
		fmt.Println(a == b)
	}()
	m[[]int{1}] = 2
}
