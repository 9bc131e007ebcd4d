package main

import "fmt"

func main() {
	fmt.Println(0b101, 0o17, 017, 0x_FF, 1_000_000, .5, 1., 1e3, 0x1p4, '\x41', '\u00e9', '\'')
}
