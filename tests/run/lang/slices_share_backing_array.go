// Spec: Slice expressions, Appending. Slices alias until append must grow.

package main

import "fmt"

func main() {
	base := []int{1, 2, 3, 4, 5}
	left := base[:2]
	fmt.Println(len(left), cap(left))
	left = append(left, 99)
	fmt.Println(base, left)
	safe := base[:2:2]
	safe = append(safe, 77)
	fmt.Println(base, safe, cap(base[1:3:4]))
	copyOf := make([]int, 3)
	n := copy(copyOf, base)
	copyOf[0] = -1
	fmt.Println(n, copyOf, base)
	copy(base[1:], base)
	fmt.Println(base)
	var nilSlice []int
	fmt.Println(nilSlice == nil, len(nilSlice), append(nilSlice, 1), nilSlice[:0] == nil)
	fmt.Println(copy(copyOf, nilSlice), copy([]byte("abc"), "xy"))
}
