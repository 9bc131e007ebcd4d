// Package unique makes one canonical copy of equal values.
package unique

// A Handle stands for a value; equal values have equal handles.
type Handle[T comparable] struct{ value *T }

// Value is the value that h stands for.
func (h Handle[T]) Value() T { return *h.value }

var made = map[any]any{}

// Make returns the handle of value.
func Make[T comparable](value T) Handle[T] {
	if h, ok := made[value]; ok {
		return h.(Handle[T])
	}
	h := Handle[T]{&value}
	made[value] = h
	return h
}
