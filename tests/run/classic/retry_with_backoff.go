package main

import (
	"errors"
	"fmt"
	"time"
)

func retry(attempts int, base time.Duration, f func(int) error) (err error) {
	for i := range attempts {
		if err = f(i); err == nil {
			return nil
		}
		time.Sleep(base << i)
	}
	return fmt.Errorf("after %d attempts: %w", attempts, err)
}

var errTemporary = errors.New("temporary")

func main() {
	start := time.Now()
	err := retry(5, time.Millisecond, func(i int) error {
		if i < 3 {
			return errTemporary
		}
		return nil
	})
	fmt.Println(err, time.Since(start) >= 7*time.Millisecond)
	err = retry(2, time.Microsecond, func(int) error { return errTemporary })
	fmt.Println(err, errors.Is(err, errTemporary))
}
