// The results of a function that recovered are in variables which its deferred call shares. A collection in
// another goroutine, after that call has returned and before the function goes on, must find them.
package main

import (
	"fmt"
	"sync"
)

func unwind(n int) (said string, err error) {
	defer func() {
		if r := recover(); r != nil {
			said += fmt.Sprint("<", n, ">")
			err = fmt.Errorf("level %d: %v", n, r)
		}
	}()
	if n == 0 {
		var m map[string]int
		m["x"] = 1
	}
	said, err = unwind(n - 1)
	if n%2 == 0 {
		panic(said)
	}
	return said + ">", err
}

func main() {
	var wg sync.WaitGroup
	texts := make([]string, 8)
	for i := range texts {
		wg.Add(1)
		go func() {
			defer wg.Done()
			said, err := unwind(i % 5)
			texts[i] = fmt.Sprint(said, " ", err)
		}()
	}
	wg.Wait()
	for _, text := range texts {
		fmt.Println(text)
	}
}
