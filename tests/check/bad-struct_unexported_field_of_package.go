package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	fmt.Println(mu.state) // ERROR "mu.state undefined (type \"sync\".Mutex has no field or method state)"
}
