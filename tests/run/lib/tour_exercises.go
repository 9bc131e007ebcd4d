//test: go=no the tour's packages are not part of the tests' Go module
// The packages that the exercises of the Go tour import.
package main

import (
	"fmt"
	"strings"

	"golang.org/x/tour/reader"
	"golang.org/x/tour/tree"
	"golang.org/x/tour/wc"
)

func Walk(t *tree.Tree, ch chan int) {
	if t == nil {
		return
	}
	Walk(t.Left, ch)
	ch <- t.Value
	Walk(t.Right, ch)
}

func Same(t1, t2 *tree.Tree) bool {
	a, b := make(chan int), make(chan int)
	go func() { Walk(t1, a); close(a) }()
	go func() { Walk(t2, b); close(b) }()
	for v := range a {
		if v != <-b {
			return false
		}
	}
	_, more := <-b
	return !more
}

type MyReader struct{}

func (MyReader) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = 'A'
	}
	return len(b), nil
}

func WordCount(s string) map[string]int {
	m := map[string]int{}
	for _, w := range strings.Fields(s) {
		m[w]++
	}
	return m
}

func main() {
	fmt.Println(Same(tree.New(1), tree.New(1)), Same(tree.New(1), tree.New(2)))
	fmt.Println(&tree.Tree{Left: &tree.Tree{Value: 1}, Value: 2})
	reader.Validate(MyReader{})
	wc.Test(WordCount)
}
