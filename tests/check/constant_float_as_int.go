package main

import "fmt"

func main() {
	var n int = 4.0
	xs := make([]int, 1e1)
	fmt.Println(n, len(xs), 7/2*2.0, 5.0/2)
}
