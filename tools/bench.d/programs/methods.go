// Structs, pointers, methods and an interface. One operation is one particle moved and looked at.
package main

import (
	"os"
	"strconv"
)

type vector struct{ x, y float64 }

func (v vector) plus(w vector) vector   { return vector{v.x + w.x, v.y + w.y} }
func (v vector) times(f float64) vector { return vector{v.x * f, v.y * f} }
func (v vector) dot(w vector) float64   { return v.x*w.x + v.y*w.y }

type body interface {
	move(dt float64)
	energy() float64
}

type particle struct {
	mass               float64
	position, velocity vector
	bounces            int
}

func (p *particle) move(dt float64) {
	p.position = p.position.plus(p.velocity.times(dt))
	if p.position.x < 0 || p.position.x > 100 {
		p.velocity.x = -p.velocity.x
		p.bounces++
	}
	if p.position.y < 0 || p.position.y > 100 {
		p.velocity.y = -p.velocity.y
		p.bounces++
	}
}

func (p *particle) energy() float64 { return p.mass * p.velocity.dot(p.velocity) / 2 }

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	var bodies []body
	for i := 0; i < 100; i++ {
		f := float64(i)
		bodies = append(bodies, &particle{mass: 1, position: vector{f, 100 - f}, velocity: vector{f / 7, f / 3}})
	}
	total := 0.0
	for done := 0; done < n; done += len(bodies) {
		for _, b := range bodies {
			b.move(0.25)
			total += b.energy()
		}
	}
	if total < 0 {
		panic("negative energy")
	}
}
