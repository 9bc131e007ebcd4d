package main

import (
	"fmt"
	"regexp"
)

func main() {
	pats := []string{`a+b`, `(a|ab)(c|bcd)(d*)`, `x*`, `^$`, `(?m)^(\w+)$`, `[a-c]{2,3}?`, `(?i)FoO`, `\bgo\b`, `(\d+)-(\d+)`, `a.c`, `(?s)a.c`, `[^\s]+`, `[[:upper:]][[:lower:]]*`, `\p{Lu}\pL*`, `(a*)*`, `(a|b)*?c`, `()`, `\x41\x{42}`, `\Qa.b\E`, `[\]\-a]+`, `a{0}b`, `a{2}`, `a{,2}`, `(?:ab)+`, `(?P<y>\d)(?<m>\d)`, `é+`, `[é-ü]`, `\.`, `(foo|foobar)baz?`, `(a+)(b+)?`, `\D\W\S`, `[-a]`, `(?U)a+`, `(?i:a)b`, `\z`, `a|b|`, `(|a)+`, `[a-z]+@[a-z]+\.(com|org)`, `^(\+|-)?\d+(\.\d+)?$`}
	texts := []string{"", "aaab", "abcd", "foo FOO fOo", "go gopher go", "12-34 56-78", "a\nc abc", "Hello World élan", "one\ntwo\nthree", "AB a.b aXb", "]-a x", "bob@example.com, sue@site.org", "-12.50", "abababc", "ab", "foobarbaz", "日本語 test"}
	for _, p := range pats {
		re, err := regexp.Compile(p)
		if err != nil {
			fmt.Println(p, err)
			continue
		}
		for _, t := range texts {
			fmt.Printf("%s %q %v %q %v %q %q\n", p, t, re.MatchString(t), re.FindStringSubmatch(t), re.FindAllStringSubmatchIndex(t, -1), re.ReplaceAllString(t, "<$0>"), re.Split(t, -1))
		}
	}
	for _, p := range []string{`a(b`, `a)b`, `*a`, `a**`, `[a`, `[z-a]`, `\y`, `a\`, `a{1001}`, `(?=a)`, `(?P<n`, `\p{Foo}`, `[[:foo:]]`, `a+*`, `+`, `a{2,1}`, `x{2}{3}`, `(?i`} {
		_, err := regexp.Compile(p)
		fmt.Println(err)
	}
	fmt.Println(regexp.MustCompile(`(\w)(\w*)`).ReplaceAllString("hello world", "${2}$1-$$ $1x"), regexp.MustCompile("a").ReplaceAllStringFunc("banana", func(s string) string { return "[" + s + "]" }), regexp.MustCompile(`,\s*`).Split("a, b,c,  d", 2))
	fmt.Printf("%q\n", regexp.MustCompile(`a`).FindAll([]byte("banana"), 2))
	defer func() { fmt.Println(recover()) }()
	regexp.MustCompile("a(b")
}
