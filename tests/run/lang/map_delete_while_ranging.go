// Spec: For range. Entries deleted before they are reached are not produced.

package main

import "fmt"

func main() {
	m := map[int]bool{}
	for i := 0; i < 100; i++ {
		m[i] = true
	}
	seen := 0
	for k := range m {
		seen++
		for j := 0; j < 100; j++ {
			if j != k {
				delete(m, j)
			}
		}
	}
	fmt.Println(seen, len(m))
	for k := range m {
		delete(m, k)
	}
	fmt.Println(len(m))
	sum := 0
	sq := map[int]int{}
	for i := range 1000 {
		sq[i] = i * i
	}
	for k, v := range sq {
		if k*k != v {
			panic("wrong")
		}
		sum += v
	}
	fmt.Println(sum)
}
