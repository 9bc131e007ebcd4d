package main

import (
	"fmt"
	"sync"
)

func setup(name string) { fmt.Println(name) }

func main() {
	var once sync.Once
	once.Do(setup) // ERROR "cannot use setup (value of type func(name string))"
}
