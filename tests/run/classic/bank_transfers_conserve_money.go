package main

import (
	"errors"
	"fmt"
	"sync"
)

type account struct {
	id      int
	mu      sync.Mutex
	balance int
}

var errFunds = errors.New("insufficient funds")

func transfer(from, to *account, amount int) error {
	a, b := from, to
	if b.id < a.id {
		a, b = b, a
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	b.mu.Lock()
	defer b.mu.Unlock()
	if from.balance < amount {
		return fmt.Errorf("account %d: %w", from.id, errFunds)
	}
	from.balance -= amount
	to.balance += amount
	return nil
}
func main() {
	acc := make([]*account, 5)
	for i := range acc {
		acc[i] = &account{id: i, balance: 100}
	}
	var wg sync.WaitGroup
	for i := range 100 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for k := range 20 {
				transfer(acc[(i+k)%5], acc[(i+k+1+k%4)%5], (i*k)%40)
			}
		}()
	}
	done := make(chan struct{})
	go func() { wg.Wait(); close(done) }()
	<-done
	sum := 0
	for _, a := range acc {
		sum += a.balance
		if a.balance < 0 {
			fmt.Println("overdrawn")
		}
	}
	fmt.Println("total", sum)
	err := transfer(acc[0], acc[1], 1000)
	fmt.Println(errors.Is(err, errFunds), err)
}
