// Package cmp compares ordered values.
package cmp

// Ordered is any type that has the operator <.
type Ordered interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr |
		~float32 | ~float64 | ~string
}

// Less tells whether x < y, with NaN below all numbers.
func Less[T Ordered](x, y T) bool { return (x != x && y == y) || x < y }

// Compare returns -1, 0 or +1, with NaN below all numbers.
func Compare[T Ordered](x, y T) int {
	if x < y {
		return -1
	}
	if x > y {
		return +1
	}
	if x == y {
		return 0
	}
	xNaN, yNaN := x != x, y != y
	if xNaN && yNaN {
		return 0
	}
	if xNaN {
		return -1
	}
	return +1
}

// Or returns the first of its arguments that is not zero.
func Or[T comparable](vals ...T) T {
	var zero T
	for _, val := range vals {
		if val != zero {
			return val
		}
	}
	return zero
}
