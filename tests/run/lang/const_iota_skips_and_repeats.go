// Spec: Iota. Blank entries and implicit repetition keep counting.

package main

import "fmt"

type Weekday int

const (
	_  = iota
	KB = 1 << (10 * iota)
	MB
	GB
)

const (
	a, b = iota, iota * 10
	c, d
	_, _
	e, f
)

const (
	Sunday Weekday = iota
	Monday
	Tuesday
)

func (d Weekday) String() string { return [...]string{"Sun", "Mon", "Tue"}[d] }

func main() {
	fmt.Println(KB, MB, GB)
	fmt.Println(a, b, c, d, e, f)
	fmt.Println(Sunday, Tuesday, Monday+1)
	fmt.Printf("%d %v %s\n", Monday, Monday, Monday)
}
