package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Add() // ERROR "not enough arguments in call to wg.Add"
	wg.Wait()
	fmt.Println("done")
}
