package main

import "fmt"

func seq(yield func(int) bool) {
	defer fmt.Println("seq ends")
	for i := range 3 {
		if !yield(i) {
			return
		}
	}
}
func f() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered %v", r)
		}
	}()
	for i := range seq {
		defer fmt.Println("deferred in body", i)
		if i == 1 {
			panic("in body")
		}
	}
	return nil
}
func g() int {
	for i := range seq {
		if i == 2 {
			return i * 10
		}
	}
	return -1
}
func h() {
outer:
	for i := range seq {
		for j := range seq {
			if j == 1 {
				continue outer
			}
			if i == 1 {
				break outer
			}
			fmt.Println(i, j)
		}
	}
}
func k() {
	for range seq {
		func() { defer func() { fmt.Println("inner", recover()) }(); panic("x") }()
	}
}
func bad(yield func(int) bool)     { yield(1); yield(2) }
func swallow(yield func(int) bool) { defer func() { recover() }(); yield(1) }
func main() {
	fmt.Println(f())
	fmt.Println(g())
	h()
	k()
	func() {
		defer func() { fmt.Println(recover()) }()
		for range bad {
			break
		}
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		for range swallow {
			panic("lost")
		}
		fmt.Println("not reached")
	}()
	var saved func(int) bool
	func() {
		defer func() { fmt.Println(recover()) }()
		for range func(y func(int) bool) { saved = y; y(1) } {
		}
		saved(2)
	}()
}
