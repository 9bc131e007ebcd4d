package main

import "sync"

func main() {
	var wg sync.WaitGroup
	wg.add(1) // ERROR "wg.add undefined (type \"sync\".WaitGroup has no field or method add, but does have method Add)"
	wg.Wait()
}
