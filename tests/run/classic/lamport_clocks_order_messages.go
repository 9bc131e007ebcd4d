package main

import "fmt"

type msg struct{ from, stamp int }
type proc struct {
	id, clock int
	in        chan msg
	log       []string
}

func (p *proc) tick() int     { p.clock++; return p.clock }
func (p *proc) send(to *proc) { to.in <- msg{p.id, p.tick()} }
func (p *proc) recv() {
	m := <-p.in
	p.clock = max(p.clock, m.stamp) + 1
	p.log = append(p.log, fmt.Sprintf("%d<-%d@%d now %d", p.id, m.from, m.stamp, p.clock))
}
func main() {
	a, b, c := &proc{id: 1, in: make(chan msg, 4)}, &proc{id: 2, in: make(chan msg, 4)}, &proc{id: 3, in: make(chan msg, 4)}
	done := make(chan bool)
	go func() { a.tick(); a.send(b); a.recv(); done <- true }()
	go func() { b.recv(); b.send(c); b.tick(); b.send(a); done <- true }()
	go func() { c.recv(); done <- true }()
	for range 3 {
		<-done
	}
	fmt.Println(a.log, b.log, c.log, a.clock, b.clock, c.clock)
}
