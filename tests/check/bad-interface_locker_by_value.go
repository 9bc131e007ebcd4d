package main

import (
	"fmt"
	"sync"
)

func with(l sync.Locker, f func()) {
	l.Lock()
	defer l.Unlock()
	f()
}

func main() {
	var mu sync.Mutex
	with(mu, func() { fmt.Println("locked") }) // ERROR "cannot use mu (variable of struct type"
}
