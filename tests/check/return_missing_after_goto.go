package main

import "fmt"

func count() int {
	n := 0
again:
	n++
	if n > 3 {
		return n
	}
	goto again
}

func main() {
	fmt.Println(count())
}
