package main

import (
	"bufio"
	"fmt"
	"strings"
	"unicode"
)

func main() {
	fmt.Println(strings.Contains("seafood", "foo"), strings.ContainsAny("x", "abc"), strings.ContainsRune("abc", 'b'), strings.HasPrefix("golang", "go"), strings.HasSuffix("golang", "ng"))
	fmt.Println(strings.Index("chicken", "ken"), strings.LastIndex("go gopher", "go"), strings.IndexByte("abc", 'c'), strings.IndexRune("chicken", 'k'), strings.IndexAny("golang", "ly"), strings.IndexFunc("Hello", unicode.IsLower))
	fmt.Printf("%q %q %q %q\n", strings.Split("a,b,c", ","), strings.Split("abc", ""), strings.SplitN("a,b,c", ",", 2), strings.SplitAfter("a,b", ","))
	fmt.Printf("%q %q\n", strings.Fields("  a  b c "), strings.FieldsFunc("a1b2c", unicode.IsDigit))
	fmt.Println(strings.Join([]string{"x", "y"}, "-"), strings.Repeat("ab", 3), strings.Replace("oink oink", "k", "ky", 1), strings.ReplaceAll("oink oink", "oink", "moo"))
	fmt.Println(strings.ToUpper("héllo"), strings.ToLower("HÉLLO"), strings.Title("hello world"), strings.EqualFold("Go", "GO"))
	fmt.Printf("%q %q %q %q %q\n", strings.TrimSpace(" \t x \n"), strings.Trim("xxhixx", "x"), strings.TrimLeft("xxhi", "x"), strings.TrimPrefix("prefix-a", "prefix-"), strings.TrimSuffix("a.go", ".go"))
	before, after, ok := strings.Cut("key=value=x", "=")
	fmt.Println(before, after, ok, strings.Count("cheese", "e"), strings.Count("abc", ""))
	fmt.Println(strings.Map(func(r rune) rune {
		if r == 'a' {
			return -1
		}
		return unicode.ToUpper(r)
	}, "banana"), strings.Compare("a", "b"))
	r := strings.NewReplacer("<", "&lt;", ">", "&gt;")
	fmt.Println(r.Replace("<b>x</b>"))
	rd := strings.NewReader("line1\nline2")
	sc := bufio.NewScanner(rd)
	for sc.Scan() {
		fmt.Print(sc.Text(), ";")
	}
	fmt.Println(strings.TrimFunc("123abc456", unicode.IsDigit), strings.LastIndexByte("abcabc", 'b'))
	fmt.Println(strings.CutPrefix("foobar", "foo"))
	var b strings.Builder
	fmt.Fprintf(&b, "%d-%s", 1, "x")
	b.WriteString("!")
	fmt.Println(b.String(), b.Len())
}
