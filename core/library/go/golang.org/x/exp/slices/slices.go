// Package slices is the old place of package slices.
package slices

import (
	"cmp"
	"slices"
)

func Sort[S ~[]E, E cmp.Ordered](x S)                         { slices.Sort(x) }
func SortFunc[S ~[]E, E any](x S, cmp func(a, b E) int)       { slices.SortFunc(x, cmp) }
func SortStableFunc[S ~[]E, E any](x S, cmp func(a, b E) int) { slices.SortStableFunc(x, cmp) }
func Contains[S ~[]E, E comparable](s S, v E) bool            { return slices.Contains(s, v) }
func ContainsFunc[S ~[]E, E any](s S, f func(E) bool) bool    { return slices.ContainsFunc(s, f) }
func Index[S ~[]E, E comparable](s S, v E) int                { return slices.Index(s, v) }
func IndexFunc[S ~[]E, E any](s S, f func(E) bool) int        { return slices.IndexFunc(s, f) }
func Equal[S ~[]E, E comparable](s1, s2 S) bool               { return slices.Equal(s1, s2) }
func Reverse[S ~[]E, E any](s S)                              { slices.Reverse(s) }
func Clone[S ~[]E, E any](s S) S                              { return slices.Clone(s) }
func Compact[S ~[]E, E comparable](s S) S                     { return slices.Compact(s) }
func Insert[S ~[]E, E any](s S, i int, v ...E) S              { return slices.Insert(s, i, v...) }
func Delete[S ~[]E, E any](s S, i, j int) S                   { return slices.Delete(s, i, j) }
func Max[S ~[]E, E cmp.Ordered](x S) E                        { return slices.Max(x) }
func Min[S ~[]E, E cmp.Ordered](x S) E                        { return slices.Min(x) }
func IsSorted[S ~[]E, E cmp.Ordered](x S) bool                { return slices.IsSorted(x) }
func BinarySearch[S ~[]E, E cmp.Ordered](x S, target E) (int, bool) {
	return slices.BinarySearch(x, target)
}
