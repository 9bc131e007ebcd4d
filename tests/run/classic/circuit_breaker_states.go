package main

import (
	"errors"
	"fmt"
	"time"
)

type Breaker struct {
	fails, max int
	openUntil  time.Time
	cool       time.Duration
}

var ErrOpen = errors.New("circuit open")

func (b *Breaker) Do(f func() error) error {
	if time.Now().Before(b.openUntil) {
		return ErrOpen
	}
	if err := f(); err != nil {
		b.fails++
		if b.fails >= b.max {
			b.openUntil = time.Now().Add(b.cool)
			b.fails = b.max - 1
		}
		return err
	}
	b.fails = 0
	return nil
}
func main() {
	b := &Breaker{max: 2, cool: 50 * time.Millisecond}
	bad := errors.New("boom")
	ok := false
	call := func() error {
		if ok {
			return nil
		}
		return bad
	}
	for range 4 {
		fmt.Println(b.Do(call))
	}
	time.Sleep(60 * time.Millisecond)
	fmt.Println(b.Do(call), b.Do(call))
	time.Sleep(60 * time.Millisecond)
	ok = true
	fmt.Println(b.Do(call), b.Do(call))
}
