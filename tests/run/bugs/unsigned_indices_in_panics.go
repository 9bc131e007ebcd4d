// An unsigned index below zero is a huge number, and the panic shows it so.
package main

import "fmt"

func try(what string, f func()) {
	defer func() { fmt.Println(what, recover()) }()
	f()
	fmt.Print("no panic: ")
}

func main() {
	list, text, array := []int{1, 2, 3}, "abc", [3]int{1, 2, 3}
	i := uint(len(list))
	i -= 4
	n := -1
	try("slice", func() { fmt.Println(list[i]) })
	try("slice signed", func() { fmt.Println(list[n]) })
	try("array", func() { fmt.Println(array[i]) })
	try("string", func() { fmt.Println(text[i]) })
	try("store", func() { list[i] = len(fmt.Sprint(1)) })
	try("address", func() { p := &list[i]; *p = 1 })
	try("both", func() { list[i] = list[n] })
	try("add", func() { list[i] += 2 })
	try("high", func() { fmt.Println(list[:i]) })
	try("high signed", func() { fmt.Println(list[:n]) })
	try("low", func() { fmt.Println(list[i:]) })
	try("max", func() { fmt.Println(list[0:1:i]) })
	try("text", func() { fmt.Println(text[i:2]) })
	try("uint8", func() { fmt.Println(list[uint8(i)]) })
	for k := uint64(1); ; k-- {
		fmt.Println(list[k])
	}
}
