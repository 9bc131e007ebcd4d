package main

import "sync"

func setup() {}

func main() {
	var once sync.Once
	once.Do(setup()) // ERROR "setup() (no value) used as value"
}
