package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	c := sync.NewCond(mu) // ERROR "cannot use mu (variable of struct type"
	c.Broadcast()
	fmt.Println("x")
}
