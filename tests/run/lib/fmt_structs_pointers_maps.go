package main

import "fmt"

type Inner struct {
	A int
	B string
}
type Outer struct {
	In  Inner
	Ptr *Inner
	M   map[string]int
	S   []Inner
	E   error
	F   func()
	I   interface{}
	u   uint8
}

func main() {
	o := Outer{In: Inner{1, "x"}, M: map[string]int{"z": 1, "a": 2}, S: []Inner{{2, "y"}}, u: 7}
	fmt.Printf("%v\n%+v\n", o, o)
	fmt.Printf("%#v\n", o.In)
	fmt.Println(&o.In, &o.S, &o.M, []*int{nil}, map[Inner]bool{{2, "b"}: true, {1, "a"}: false})
	fmt.Printf("%v %+v %s\n", struct{}{}, struct{ X, y int }{1, 2}, Inner{1, "s"})
	var np *Inner
	var e error
	fmt.Println(np, e, []interface{}{nil, 1, "a"}, [3]int{}, []byte("hi"), [2]byte{1, 2})
	fmt.Printf("%v %d %s %x\n", []byte("hi"), []byte("hi"), []byte("hi"), []byte("hi"))
	fmt.Printf("%#v %#v %#v %#v\n", o.S, o.M, np, []string{"q"})
	fmt.Printf("%5v|%-5v|%05d\n", []int{1, 2}, []int{1, 2}, []int{1, 2})
	fmt.Printf("%q %v\n", []string{"a b", "c"}, [][]int{{1}, {2, 3}})
}
