package main

import "fmt"

func try(name string, f func()) {
	defer func() { fmt.Println(name, "->", recover()) }()
	f()
}

func main() {
	s := []int{1, 2, 3}
	str := "abc"
	arr := [3]int{}
	i, j, k := 2, 1, 9
	neg := -1
	try("s[2:1]", func() { _ = s[i:j] })
	try("s[:9]", func() { _ = s[:k] })
	try("s[9:]", func() { _ = s[k:] })
	try("s[:2:1]", func() { _ = s[:i:j] })
	try("s[::9]", func() { _ = s[0:1:k] })
	try("str[9]", func() { _ = str[k] })
	try("str[2:1]", func() { _ = str[i:j] })
	try("str[:9]", func() { _ = str[:k] })
	try("arr[9]", func() { _ = arr[k] })
	try("arr[:9]", func() { _ = arr[:k] })
	try("s[-1]", func() { _ = s[neg] })
	try("make", func() { _ = make([]int, neg) })
	try("make cap", func() { _ = make([]int, k, i) })
	try("convert", func() { _ = [4]int(s) })
}
