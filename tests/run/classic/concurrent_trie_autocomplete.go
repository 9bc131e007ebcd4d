package main

import (
	"fmt"
	"sort"
	"strings"
	"sync"
)

type trie struct {
	mu   sync.RWMutex
	kids map[rune]*trie
	end  bool
}

func (t *trie) child(r rune, make_ bool) *trie {
	if make_ {
		t.mu.Lock()
		defer t.mu.Unlock()
		if t.kids == nil {
			t.kids = map[rune]*trie{}
		}
		if t.kids[r] == nil {
			t.kids[r] = &trie{}
		}
		return t.kids[r]
	}
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.kids[r]
}
func (t *trie) insert(w string) {
	for _, r := range w {
		t = t.child(r, true)
	}
	t.mu.Lock()
	t.end = true
	t.mu.Unlock()
}
func (t *trie) complete(prefix string) (out []string) {
	for _, r := range prefix {
		if t = t.child(r, false); t == nil {
			return
		}
	}
	var walk func(*trie, string)
	walk = func(n *trie, s string) {
		n.mu.RLock()
		defer n.mu.RUnlock()
		if n.end {
			out = append(out, s)
		}
		for r, k := range n.kids {
			walk(k, s+string(r))
		}
	}
	walk(t, prefix)
	sort.Strings(out)
	return
}
func main() {
	var t trie
	var wg sync.WaitGroup
	for _, w := range strings.Fields("go gopher goroutine chan channel select selector mutex") {
		wg.Add(1)
		go func() { defer wg.Done(); t.insert(w) }()
	}
	wg.Wait()
	fmt.Println(t.complete("go"), t.complete("sel"), t.complete("x"), len(t.complete("")))
}
