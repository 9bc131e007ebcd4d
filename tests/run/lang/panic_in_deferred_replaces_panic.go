package main

import "fmt"

func f() {
	defer func() { fmt.Println("f recovered", recover()) }()
	defer func() { panic("second") }()
	panic("first")
}

func main() {
	f()
	defer func() {
		defer func() { fmt.Println("inner", recover()) }()
		panic("third")
	}()
	defer func() { fmt.Println("outer", recover()) }()
	panic("main panic")
}
