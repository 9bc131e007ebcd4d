package main

import (
	"errors"
	"fmt"
	"time"
)

type future[T any] struct {
	done chan struct{}
	val  T
	err  error
}

func async[T any](f func() (T, error)) *future[T] {
	p := &future[T]{done: make(chan struct{})}
	go func() {
		defer close(p.done)
		p.val, p.err = f()
	}()
	return p
}

func (f *future[T]) wait() (T, error) { <-f.done; return f.val, f.err }

func main() {
	a := async(func() (int, error) { time.Sleep(2 * time.Millisecond); return 6, nil })
	b := async(func() (int, error) { return 7, nil })
	c := async(func() (string, error) { return "", errors.New("failed") })
	x, _ := a.wait()
	y, _ := b.wait()
	_, err := c.wait()
	fmt.Println(x*y, err)
	fmt.Println(a.wait())
}
