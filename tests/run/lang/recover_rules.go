// Spec: Handling panics. recover works only when called directly by a deferred function.

package main

import "fmt"

func helper() interface{} { return recover() }

func indirect() (r interface{}) {
	defer func() {
		r = recover()
		fmt.Println("outer got", r)
	}()
	defer func() { fmt.Println("helper got", helper()) }()
	defer func() {
		func() { fmt.Println("nested got", recover()) }()
	}()
	panic("first")
}

func named() (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("wrapped: %v", r)
		}
	}()
	n = 5
	panic("boom")
}

func direct() {
	defer recover()
	defer func() { recover() }()
	panic("quiet")
}

func main() {
	fmt.Println(recover())
	fmt.Println(indirect())
	fmt.Println(named())
	direct()
	fmt.Println("still here")
	defer func() {
		fmt.Println(recover())
		fmt.Println(recover())
	}()
	panic(fmt.Sprintf("value %d", 7))
}
