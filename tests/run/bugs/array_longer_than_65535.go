// Indexing an array of 65536 or more elements by a variable: the instruction's upper half of the length was
// lost, and every index was out of range.
package main

import "fmt"

type padded struct {
	pad   [70000]int
	bytes [10]byte
	flags [10]bool
	ints  [10]int
	names [3]string
}

func main() {
	var exact [65536]int
	var long [1 << 20]int
	var packed [100000]byte
	sum := 0
	for i := range exact {
		exact[i] = i
	}
	for i := 0; i < len(long); i += 1000 {
		long[i] = i
		sum += long[i]
	}
	for i := range packed {
		packed[i] = byte(i)
	}
	i := 65535
	fmt.Println(exact[i], exact[0], sum, packed[i], packed[i+34464])

	// Elements behind a field that is longer than an instruction's offset.
	p := new(padded)
	for i := range 10 {
		p.bytes[i] = byte(i)
		p.flags[i] = i%3 == 0
		p.ints[i] = i * i
		p.names[i%3] = fmt.Sprint("n", i)
	}
	q := *p
	fmt.Println(p.bytes, q.flags, p.ints, q.names, p.pad[69999])
	var grid [70000][2]int
	grid[i][1] = 7
	fmt.Println(grid[i], grid[i+1][1])

	defer func() { fmt.Println(recover()) }()
	i = 1 << 20
	long[i] = 1
}
