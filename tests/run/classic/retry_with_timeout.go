// Calls that take too long are given up and tried again, waiting twice as long each time.
package main

import (
	"errors"
	"fmt"
	"time"
)

var ErrTimeout = errors.New("timeout")

func retry(n int, d time.Duration, f func() error) (err error) {
	for i := range n {
		if err = f(); err == nil {
			return nil
		}
		fmt.Println("try", i, err)
		time.Sleep(d)
		d *= 2
	}
	return fmt.Errorf("after %d tries: %w", n, err)
}

func withTimeout[T any](d time.Duration, f func() (T, error)) (T, error) {
	type res struct {
		v T
		e error
	}
	c := make(chan res, 1)
	go func() { v, e := f(); c <- res{v, e} }()
	select {
	case r := <-c:
		return r.v, r.e
	case <-time.After(d):
		var z T
		return z, ErrTimeout
	}
}

func main() {
	fmt.Println(retry(3, time.Millisecond, func() error {
		_, err := withTimeout(time.Millisecond, func() (int, error) {
			time.Sleep(10 * time.Millisecond)
			return 1, nil
		})
		return err
	}))
	fmt.Println(withTimeout(time.Second, func() (string, error) { return "ok", nil }))
}
