package main

import "fmt"

type Resetter interface{ Reset() }

type buffer struct{ n int }

func (b *buffer) Reset() { b.n = 0 }

func ResetAll[T Resetter](xs []T) {
	for _, x := range xs {
		x.Reset()
	}
}

func main() {
	ResetAll([]buffer{{1}, {2}}) // ERROR "in call to ResetAll, T (type buffer) does not"
	fmt.Println("reset")
}
