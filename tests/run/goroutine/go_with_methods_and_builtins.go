package main

import "fmt"

type T struct{ n int }

func (t T) val(c chan int)  { c <- t.n }
func (t *T) ptr(c chan int) { c <- t.n }

type I interface{ val(chan int) }

func main() {
	c := make(chan int)
	t := T{1}
	go t.val(c)
	t.n = 2
	fmt.Println(<-c)
	go t.ptr(c)
	fmt.Println(<-c)
	var i I = T{3}
	go i.val(c)
	fmt.Println(<-c)
	m := map[string]int{"a": 1}
	d := make(chan bool)
	go func() { delete(m, "a"); close(d) }()
	<-d
	fmt.Println(len(m))
	go close(c)
	_, ok := <-c
	fmt.Println(ok)
	go fmt.Sprint("ignored")
	go func(fs ...func()) {
		for _, f := range fs {
			f()
		}
	}(func() {})
}
