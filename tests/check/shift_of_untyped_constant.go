package main

import "fmt"

func main() {
	s := 3
	var mask uint8 = 1<<s - 1
	var big = uint64(1) << 63
	fmt.Println(mask, big)
}
