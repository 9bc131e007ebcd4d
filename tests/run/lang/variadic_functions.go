package main

import "fmt"

func sum(label string, nums ...int) string {
	t := 0
	for _, n := range nums {
		t += n
	}
	return fmt.Sprint(label, " ", len(nums), " ", t, " ", nums == nil)
}
func change(xs ...int)             { xs[0] = 99 }
func any2(vs ...interface{}) int   { return len(vs) }

func main() {
	fmt.Println(sum("none"), sum("some", 1, 2, 3), sum("slice", []int{4, 5}...))
	s := []int{1, 2}
	change(s...)
	fmt.Println(s)
	fmt.Println(any2(1, "a", nil), any2([]interface{}{1, 2}...), any2([]int{1, 2}), any2(nil...))
	two := func() (string, int) { return "x", 7 }
	fmt.Println(two())
	fmt.Println(sum(two()))
}
