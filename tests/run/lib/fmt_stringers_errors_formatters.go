package main

import "fmt"

type V struct{ n int }

func (v V) String() string { return fmt.Sprintf("V<%d>", v.n) }

type P struct{ n int }

func (p *P) String() string { return fmt.Sprintf("P<%d>", p.n) }

type Err struct{ code int }

func (e *Err) Error() string { return fmt.Sprint("err ", e.code) }

type G struct{}

func (G) GoString() string { return "G!" }

type F struct{}

func (F) Format(s fmt.State, verb rune) {
	w, ok := s.Width()
	fmt.Fprintf(s, "F(%c,%d,%v,%v)", verb, w, ok, s.Flag('+'))
}

type Bad struct{}

func (Bad) String() string { panic("no string") }

type Wrap struct {
	V V
	p *P
}

func main() {
	fmt.Println(V{1}, &V{2}, P{3}, &P{4}, []V{{5}}, map[V]V{{1}: {2}})
	fmt.Printf("%v %s %d %+v %#v %q\n", V{1}, V{1}, V{1}, V{1}, V{1}, V{1})
	fmt.Println(&Err{7}, error(&Err{8}), []error{&Err{9}})
	fmt.Printf("%#v %v %5d %+s\n", G{}, F{}, F{}, F{})
	fmt.Println(Bad{})
	var nilp *P
	fmt.Printf("%v\n", Wrap{V{1}, nil})
	_ = nilp
	var ne *Err
	fmt.Println(ne == nil)
	fmt.Println(fmt.Sprint("a", 1, 2, "b", "c", 3.0, nil), fmt.Sprintln("x", 1), fmt.Sprint(1, 2), fmt.Sprint("a", "b"))
}
