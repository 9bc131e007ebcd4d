// Multiplies matrices of float64 kept as slices of slices. One operation is one multiply-and-add.
package main

import (
	"os"
	"strconv"
)

const size = 60

func newMatrix(f func(i, j int) float64) [][]float64 {
	m := make([][]float64, size)
	for i := range m {
		m[i] = make([]float64, size)
		for j := range m[i] {
			m[i][j] = f(i, j)
		}
	}
	return m
}

func multiply(a, b, c [][]float64) {
	for i := 0; i < size; i++ {
		for j := 0; j < size; j++ {
			sum := 0.0
			for k := 0; k < size; k++ {
				sum += a[i][k] * b[k][j]
			}
			c[i][j] = sum
		}
	}
}

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	a := newMatrix(func(i, j int) float64 { return float64(i + j) })
	identity := newMatrix(func(i, j int) float64 {
		if i == j {
			return 1
		}
		return 0
	})
	c := newMatrix(func(i, j int) float64 { return 0 })
	for done := 0; done < n; done += size * size * size {
		multiply(a, identity, c)
	}
	if n > 0 && c[3][4] != 7 {
		panic("wrong product")
	}
}
