// Power series as infinite streams of rational coefficients; after McIlroy, "Squinting at Power Series".

package main

import "fmt"

type rat struct{ num, den int64 }

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func mk(n, d int64) rat {
	g := gcd(n, d)
	if g < 0 {
		g = -g
	}
	if d < 0 {
		n, d = -n, -d
	}
	if g == 0 {
		return rat{0, 1}
	}
	return rat{n / g, d / g}
}
func (r rat) add(s rat) rat { return mk(r.num*s.den+s.num*r.den, r.den*s.den) }
func (r rat) mul(s rat) rat { return mk(r.num*s.num, r.den*s.den) }
func (r rat) String() string {
	if r.den == 1 {
		return fmt.Sprint(r.num)
	}
	return fmt.Sprintf("%d/%d", r.num, r.den)
}

type series <-chan rat

func stream(f func(out chan<- rat)) series {
	c := make(chan rat)
	go f(c)
	return c
}

func constant(c rat) series {
	return stream(func(out chan<- rat) {
		for {
			out <- c
		}
	})
}

func scale(k rat, s series) series {
	return stream(func(out chan<- rat) {
		for {
			out <- k.mul(<-s)
		}
	})
}

func add(a, b series) series {
	return stream(func(out chan<- rat) {
		for {
			out <- (<-a).add(<-b)
		}
	})
}

func split(s series) (series, series) {
	a, b := make(chan rat, 64), make(chan rat, 64)
	go func() {
		for {
			v := <-s
			a <- v
			b <- v
		}
	}()
	return a, b
}

func delay(first rat, s series) series {
	return stream(func(out chan<- rat) {
		out <- first
		for {
			out <- <-s
		}
	})
}

func multiply(a, b series) series {
	return stream(func(out chan<- rat) {
		f, g := <-a, <-b
		out <- f.mul(g)
		a1, a2 := split(a)
		b1, b2 := split(b)
		rest := add(add(scale(f, b1), scale(g, a1)), delay(mk(0, 1), multiply(a2, b2)))
		for {
			out <- <-rest
		}
	})
}

func integrate(c rat, s series) series {
	return stream(func(out chan<- rat) {
		out <- c
		for i := int64(1); ; i++ {
			out <- (<-s).mul(mk(1, i))
		}
	})
}

func show(name string, s series, n int) {
	fmt.Print(name, ":")
	for range n {
		fmt.Print(" ", <-s)
	}
	fmt.Println()
}

func main() {
	ones := constant(mk(1, 1))
	show("ones", ones, 5)
	show("ones*ones", multiply(constant(mk(1, 1)), constant(mk(1, 1))), 6)
	show("log", integrate(mk(0, 1), constant(mk(1, 1))), 6)
}
