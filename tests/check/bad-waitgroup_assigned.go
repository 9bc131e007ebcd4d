package main

import "sync"

func main() {
	var wg sync.WaitGroup = 3 // ERROR "cannot use 3 (untyped int constant) as \"sync\".WaitGroup value in variable declaration"
	wg.Wait()
}
