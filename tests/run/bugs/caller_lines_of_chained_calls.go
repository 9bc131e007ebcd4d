// A call's line is the line of its parenthesis; a panic is a frame between the deferred call and what panicked.
package main

import (
	"fmt"
	"runtime"
)

type builder struct{ n int }

//go:noinline
func (b *builder) add(n int) *builder {
	where()
	b.n += n
	return b
}

//go:noinline
func where() {
	_, _, line, _ := runtime.Caller(2)
	fmt.Println("line", line)
}

//go:noinline
func fails() {
	defer func() {
		fmt.Println(recover())
		pc, _, line, _ := runtime.Caller(2)
		fmt.Println(runtime.FuncForPC(pc).Name(), line)
	}()
	panic("broken")
}

func main() {
	b := &builder{}
	b.add(1).
		add(2).
		add(
			3)
	b.
		add(4)
	fails()
	fmt.Println(b.n)
}
