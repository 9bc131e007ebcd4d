package main

import (
	"fmt"
	"sync"
)

func main() {
	pool := sync.Pool{New: func() *int { return new(int) }} // ERROR "cannot use func() *int {…} (value of type func()"
	fmt.Println(pool.Get())
}
