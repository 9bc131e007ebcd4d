package main

import "fmt"

type Reader interface{ Read() string }

type file struct{}

func (file) Read() string { return "data" }

func main() {
	var r Reader = file{}
	var p *Reader = &file{} // ERROR "cannot use &file{} (value of type *file) as"
	fmt.Println(r, p)
}
