// Words of several documents, counted by one goroutine each and put together.
package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"
	"strings"
	"sync"
)

type KV struct {
	K string
	V int
}

func mapper(s string) []KV {
	var o []KV
	isGap := func(r rune) bool { return r < 'a' || r > 'z' }
	for _, w := range strings.FieldsFunc(strings.ToLower(s), isGap) {
		o = append(o, KV{w, 1})
	}
	return o
}

func main() {
	docs := []string{"The quick brown fox", "the lazy dog", "The fox!"}
	inter := make(chan []KV)
	var wg sync.WaitGroup
	for _, d := range docs {
		wg.Add(1)
		go func(d string) { defer wg.Done(); inter <- mapper(d) }(d)
	}
	go func() { wg.Wait(); close(inter) }()
	m := map[string]int{}
	for kvs := range inter {
		for _, kv := range kvs {
			m[kv.K] += kv.V
		}
	}
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	for _, k := range keys {
		fmt.Fprintf(w, "%-6s %d\n", k, m[k])
	}
}
