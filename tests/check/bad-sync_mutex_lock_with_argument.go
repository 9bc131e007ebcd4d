package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	mu.Lock(true) // ERROR "too many arguments in call to mu.Lock"
	fmt.Println("locked")
}
