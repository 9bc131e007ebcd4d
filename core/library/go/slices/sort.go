package slices

import (
	"cmp"
	"internal/pdq"
)

// ordered sorts x by <, NaNs first.
func ordered[E cmp.Ordered](x []E)

func Sort[S ~[]E, E cmp.Ordered](x S) { ordered[E](x) }

type byFunc[E any] struct {
	x   []E
	cmp func(a, b E) int
}

func (s *byFunc[E]) Len() int           { return len(s.x) }
func (s *byFunc[E]) Less(i, j int) bool { return s.cmp(s.x[i], s.x[j]) < 0 }
func (s *byFunc[E]) Swap(i, j int)      { s.x[i], s.x[j] = s.x[j], s.x[i] }

func SortFunc[S ~[]E, E any](x S, cmp func(a, b E) int) { pdq.Sort(&byFunc[E]{x, cmp}) }

func SortStableFunc[S ~[]E, E any](x S, cmp func(a, b E) int) { pdq.Stable(&byFunc[E]{x, cmp}) }

func IsSorted[S ~[]E, E cmp.Ordered](x S) bool { return IsSortedFunc(x, cmp.Compare[E]) }

func IsSortedFunc[S ~[]E, E any](x S, cmp func(a, b E) int) bool {
	for i := len(x) - 1; i > 0; i-- {
		if cmp(x[i], x[i-1]) < 0 {
			return false
		}
	}
	return true
}

func Min[S ~[]E, E cmp.Ordered](x S) E {
	if len(x) < 1 {
		panic("slices.Min: empty list")
	}
	m := x[0]
	for _, v := range x[1:] {
		m = min(m, v)
	}
	return m
}

func MinFunc[S ~[]E, E any](x S, cmp func(a, b E) int) E {
	if len(x) < 1 {
		panic("slices.MinFunc: empty list")
	}
	m := x[0]
	for _, v := range x[1:] {
		if cmp(v, m) < 0 {
			m = v
		}
	}
	return m
}

func Max[S ~[]E, E cmp.Ordered](x S) E {
	if len(x) < 1 {
		panic("slices.Max: empty list")
	}
	m := x[0]
	for _, v := range x[1:] {
		m = max(m, v)
	}
	return m
}

func MaxFunc[S ~[]E, E any](x S, cmp func(a, b E) int) E {
	if len(x) < 1 {
		panic("slices.MaxFunc: empty list")
	}
	m := x[0]
	for _, v := range x[1:] {
		if cmp(v, m) > 0 {
			m = v
		}
	}
	return m
}

func BinarySearch[S ~[]E, E cmp.Ordered](x S, target E) (int, bool) {
	return BinarySearchFunc(x, target, cmp.Compare[E])
}

func BinarySearchFunc[S ~[]E, E, T any](x S, target T, cmp func(E, T) int) (int, bool) {
	i, j := 0, len(x)
	for i < j {
		h := int(uint(i+j) >> 1)
		if cmp(x[h], target) < 0 {
			i = h + 1
		} else {
			j = h
		}
	}
	return i, i < len(x) && cmp(x[i], target) == 0
}
