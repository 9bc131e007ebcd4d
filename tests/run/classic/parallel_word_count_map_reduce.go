package main

import (
	"fmt"
	"sort"
	"strings"
	"sync"
)

func main() {
	docs := []string{"the quick brown fox", "the lazy dog", "the fox jumps over the dog"}
	parts := make(chan map[string]int)
	var wg sync.WaitGroup
	for _, d := range docs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			m := map[string]int{}
			for _, w := range strings.Fields(d) {
				m[w]++
			}
			parts <- m
		}()
	}
	go func() { wg.Wait(); close(parts) }()
	total := map[string]int{}
	for m := range parts {
		for w, n := range m {
			total[w] += n
		}
	}
	keys := make([]string, 0, len(total))
	for k := range total {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		if total[keys[i]] != total[keys[j]] {
			return total[keys[i]] > total[keys[j]]
		}
		return keys[i] < keys[j]
	})
	for _, k := range keys {
		fmt.Println(k, total[k])
	}
}
