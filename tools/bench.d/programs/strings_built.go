// Builds and takes apart strings: Builder, fields, runes, concatenation. One operation is one word.
package main

import (
	"os"
	"strconv"
	"strings"
)

func reverse(s string) string {
	runes := []rune(s)
	for i, j := 0, len(runes)-1; i < j; i, j = i+1, j-1 {
		runes[i], runes[j] = runes[j], runes[i]
	}
	return string(runes)
}

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	const words = 500
	for done := 0; done < n; done += words {
		var text strings.Builder
		for i := 0; i < words; i++ {
			text.WriteString("word")
			text.WriteByte('a' + byte(i%26))
			text.WriteByte(' ')
		}
		length := 0
		for _, word := range strings.Fields(text.String()) {
			if strings.HasPrefix(word, "word") {
				length += len(reverse(strings.ToUpper(word)) + "!")
			}
		}
		if length != 6*words {
			panic("lost a letter")
		}
	}
}
