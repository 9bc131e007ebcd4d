package main

import "fmt"

type MyErr struct{}

func (*MyErr) Error() string { return "my error" }

func mayFail(fail bool) error {
	var e *MyErr
	if fail {
		e = &MyErr{}
	}
	return e
}

type Shape interface {
	Area() float64
	fmt.Stringer
}
type Square struct{ side float64 }

func (s Square) Area() float64   { return s.side * s.side }
func (s Square) String() string  { return fmt.Sprintf("Square(%g)", s.side) }

func main() {
	err := mayFail(false)
	fmt.Println(err == nil, err != nil)
	var s Shape = Square{2}
	fmt.Println(s, s.Area())
	if st, ok := s.(fmt.Stringer); ok {
		fmt.Println("stringer", st)
	}
	_, ok := s.(interface{ Perimeter() float64 })
	fmt.Println(ok)
	sq := s.(Square)
	sq.side = 5
	fmt.Println(s.Area(), sq.Area())
	var e interface{} = 3
	n, ok := e.(int)
	str, ok2 := e.(string)
	fmt.Println(n, ok, str == "", ok2)
	fmt.Println(e == 3, e == int64(3), e != nil)
	fmt.Printf("%T %T %T %T\n", s, err, e, nil)
}
