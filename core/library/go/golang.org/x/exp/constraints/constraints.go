// Package constraints names sets of types.
package constraints

// Signed is any signed integer.
type Signed interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64
}

// Unsigned is any unsigned integer.
type Unsigned interface {
	~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

// Integer is any integer.
type Integer interface {
	Signed | Unsigned
}

// Float is any floating-point number.
type Float interface {
	~float32 | ~float64
}

// Ordered is any type that has the operator <.
type Ordered interface {
	Integer | Float | ~string
}
