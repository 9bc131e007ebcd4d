package main

import (
	"crypto/sha256"
	"fmt"
	"sort"
	"sync"
)

func main() {
	files := map[string]string{"a": "alpha", "b": "beta", "c": "gamma", "d": ""}
	type result struct {
		name string
		sum  string
	}
	names := make(chan string)
	results := make(chan result)
	var wg sync.WaitGroup
	for range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for n := range names {
				results <- result{n, fmt.Sprintf("%x", sha256.Sum256([]byte(files[n])))}
			}
		}()
	}
	go func() {
		for n := range files {
			names <- n
		}
		close(names)
		wg.Wait()
		close(results)
	}()
	sums := map[string]string{}
	for r := range results {
		sums[r.name] = r.sum
	}
	keys := make([]string, 0)
	for k := range sums {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		fmt.Println(k, sums[k][:16])
	}
}
