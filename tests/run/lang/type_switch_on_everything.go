package main

import (
	"errors"
	"fmt"
	"io"
)

type Shape interface{ Area() float64 }
type Sq struct{ a float64 }
type Ci struct{ r float64 }

func (s Sq) Area() float64  { return s.a * s.a }
func (c *Ci) Area() float64 { return 3 * c.r * c.r }

type E struct{}

func (E) Error() string { return "E" }
func kind(v any) string {
	switch x := v.(type) {
	case nil:
		return "nil"
	case int, int64:
		return fmt.Sprintf("int-ish %v", x)
	case string:
		return "string " + x
	case []int:
		return fmt.Sprint("slice ", len(x))
	case map[string]int:
		return fmt.Sprint("map ", len(x))
	case func() int:
		return fmt.Sprint("func ", x())
	case chan int:
		return fmt.Sprint("chan ", cap(x))
	case Shape:
		return fmt.Sprint("shape ", x.Area())
	case error:
		return "error " + x.Error()
	case [2]int:
		return fmt.Sprint("array ", x[1])
	case *int:
		return fmt.Sprint("ptr ", *x)
	case struct{ N int }:
		return fmt.Sprint("anon ", x.N)
	case any:
		return fmt.Sprintf("other %T", x)
	}
	return "?"
}
func main() {
	n := 5
	for _, v := range []any{nil, 1, int64(2), "s", []int{1}, map[string]int{}, func() int { return 9 }, make(chan int, 3), Sq{2}, &Ci{1}, Ci{1}, E{}, errors.New("x"), [2]int{1, 2}, &n, struct{ N int }{4}, 2.5, io.EOF, true, 'x', (*int)(&n), [3]int{}} {
		fmt.Println(kind(v))
	}
	var s Shape
	fmt.Println(kind(s))
	if _, ok := any(Ci{}).(Shape); !ok {
		fmt.Println("value has no pointer methods")
	}
	var e error = E{}
	if _, ok := e.(interface{ Timeout() bool }); !ok {
		fmt.Println("no timeout")
	}
}
