package main

import (
	"errors"
	"fmt"
)

type NotFound struct{ name string }

func (e NotFound) Error() string { return e.name + " not found" }

var ErrBase = errors.New("base")

func main() {
	e1 := fmt.Errorf("layer1: %w", ErrBase)
	e2 := fmt.Errorf("layer2: %w", e1)
	fmt.Println(e2, errors.Is(e2, ErrBase), errors.Unwrap(e2) == e1, errors.Is(e2, errors.New("base")))
	e3 := fmt.Errorf("multi: %w and %w", ErrBase, NotFound{"x"})
	var nf NotFound
	fmt.Println(errors.As(e3, &nf), nf.name, errors.Is(e3, ErrBase))
	j := errors.Join(ErrBase, nil, NotFound{"y"})
	fmt.Println(j, errors.Is(j, ErrBase), errors.As(j, &nf), nf.name)
	fmt.Println(errors.Join(nil, nil) == nil, errors.Unwrap(ErrBase), errors.Is(nil, ErrBase))
	fmt.Println(ErrBase == errors.New("base"), fmt.Errorf("plain %d", 1))
	fmt.Printf("%v %s %q\n", e1, e1, e1)
}
