package main

import (
	"fmt"
	"sync"
)

func main() {
	c := sync.NewCond() // ERROR "not enough arguments in call to sync.NewCond"
	c.Broadcast()
	fmt.Println("x")
}
