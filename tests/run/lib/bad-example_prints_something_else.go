//test: go=no a test file is run by go test, which also prints how long it took

// An example that prints something else than its comment says has failed.
package main

import (
	"fmt"
	"sync"
	"testing"
)

func Double(n int) int { return 2 * n }

func TestDouble(t *testing.T) {
	if Double(2) != 4 {
		t.Error("wrong")
	}
}

func ExampleDouble() {
	fmt.Println(Double(21))
	fmt.Println("done")
	// Output:
	// 43
	// done
}

func ExampleDouble_concurrently() {
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			fmt.Println(Double(i))
		}()
	}
	wg.Wait()
	// Unordered output:
	// 0
	// 4
	// 2
}

func ExampleDouble_silent() {
	fmt.Println("never printed")
}
