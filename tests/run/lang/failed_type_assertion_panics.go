package main

import "fmt"

type I interface{ M() }
type T struct{}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	var e interface{} = "text"
	var n interface{}
	var i I
	try(func() { _ = e.(int) })
	try(func() { _ = n.(string) })
	try(func() { _ = e.(I) })
	try(func() { _ = i.(T1) })
	try(func() { i.M() })
	_ = e.(T)
}

type T1 struct{}

func (T1) M() {}
