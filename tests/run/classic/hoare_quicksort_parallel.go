package main

import (
	"fmt"
	"sync"
)

func sortP(a []int, wg *sync.WaitGroup) {
	defer wg.Done()
	if len(a) < 2 {
		return
	}
	p, i, j := a[len(a)/2], 0, len(a)-1
	for i <= j {
		for a[i] < p {
			i++
		}
		for a[j] > p {
			j--
		}
		if i <= j {
			a[i], a[j] = a[j], a[i]
			i, j = i+1, j-1
		}
	}
	wg.Add(2)
	go sortP(a[:j+1], wg)
	go sortP(a[i:], wg)
}

func main() {
	a := []int{5, 3, 9, 1, 7, 3, 8, 2, 6, 4, 0}
	var wg sync.WaitGroup
	wg.Add(1)
	go sortP(a, &wg)
	wg.Wait()
	fmt.Println(a)
}
