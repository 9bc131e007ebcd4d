package main

import (
	"fmt"
	"sync"
)

func setup() { fmt.Println("setup") }

func main() {
	var once sync.Once
	once.Do(setup()) // ERROR "setup() (no value) used as value"
}
