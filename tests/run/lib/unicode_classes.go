package main

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

func main() {
	for _, r := range "aZ5 é世_!\t" {
		fmt.Print(unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsSpace(r), unicode.IsUpper(r), unicode.IsLower(r), unicode.IsPunct(r), " ")
	}
	fmt.Println()
	fmt.Println(string(unicode.ToUpper('é')), string(unicode.ToLower('Ä')), unicode.ToTitle('a'))
	b := []byte("世界")
	r, n := utf8.DecodeRune(b)
	fmt.Println(string(r), n, utf8.RuneLen('é'), utf8.ValidString("a\xff"), utf8.RuneCount(b))
	buf := utf8.AppendRune(nil, '世')
	fmt.Println(buf, utf8.RuneError, utf8.FullRune(b[:1]))
	r, n = utf8.DecodeLastRuneInString("aé")
	fmt.Println(string(r), n)
}
