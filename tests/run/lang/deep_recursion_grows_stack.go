package main

import "fmt"

func depth(n int) int {
	if n == 0 {
		return 0
	}
	var pad [4]int
	pad[n%4] = n
	return depth(n-1) + 1 + pad[(n+1)%4]
}

func main() { fmt.Println(depth(100000)) }
