// Package wc tests the word counts of the Go tour's exercise about maps.
package wc

import (
	"fmt"
	"maps"
	"strings"
)

var texts = []string{
	"I am learning Go!",
	"The quick brown fox jumped over the lazy dog.",
	"I ate a donut. Then I ate another donut.",
	"A man a plan a canal panama.",
}

// Test says whether f counts the words of some texts correctly.
func Test(f func(string) map[string]int) {
	for _, text := range texts {
		want := map[string]int{}
		for _, word := range strings.Fields(text) {
			want[word]++
		}
		got := f(text)
		if !maps.Equal(got, want) {
			fmt.Printf("FAIL\n f(%q) =\n  %#v\n want:\n  %#v", text, got, want)
			return
		}
		fmt.Printf("PASS\n f(%q) = \n  %#v\n", text, got)
	}
}
