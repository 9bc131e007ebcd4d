package main

import "fmt"

type Big struct {
	data [200]int
	name string
}

func fill(b Big) Big {
	for i := range b.data {
		b.data[i] = i * i
	}
	b.name = "filled"
	return b
}

func main() {
	var b Big
	c := fill(b)
	fmt.Println(b.data[10], c.data[10], c.name, b.name == "")
	d := c
	d.data[10] = -1
	fmt.Println(c.data[10], d.data[10], c == d)
	d.data[10] = 100
	fmt.Println(c == d)
	ch := make(chan Big, 1)
	ch <- c
	c.data[10] = 5
	e := <-ch
	fmt.Println(e.data[10])
	m := map[string]Big{"x": c}
	fmt.Println(m["x"].data[10], m["y"].data[0])
	var i interface{} = c
	fmt.Println(i.(Big).data[10], i == interface{}(c))
	s := []Big{c, e}
	s[1].data[0] = 9
	fmt.Println(s[1].data[0], e.data[0], len(s))
}
