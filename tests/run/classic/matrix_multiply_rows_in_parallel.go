package main

import (
	"fmt"
	"sync"
)

func main() {
	const n = 12
	var a, b, c [n][n]int
	for i := range n {
		for j := range n {
			a[i][j], b[i][j] = i+j, i-j
		}
	}
	var wg sync.WaitGroup
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range n {
				for k := range n {
					c[i][j] += a[i][k] * b[k][j]
				}
			}
		}()
	}
	wg.Wait()
	fmt.Println(c[3], c[11][11])
}
