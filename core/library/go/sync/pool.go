package sync

import "internal/rt"

// A Pool keeps items for reuse.
type Pool struct {
	noCopy noCopy
	number uint64
	items  []any
	victim []any // what the latest collection has left over; the next one drops it (Library::agePools)
	New    func() any
}

// got and put tell the recorder what happened.
func (p *Pool) got(reused bool)
func (p *Pool) put()

// Put gives x back to the pool.
func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	rt.Pin()
	p.items = append(p.items, x)
	rt.Unpin()
	p.put()
}

// Get returns an item of the pool or, if there is none, a new one.
func (p *Pool) Get() (x any) {
	rt.Pin()
	from := &p.items
	if len(*from) == 0 {
		from = &p.victim
	}
	n := len(*from) - 1
	if n >= 0 {
		x = (*from)[n]
		(*from)[n] = nil
		*from = (*from)[:n]
	}
	rt.Unpin()
	p.got(n >= 0)
	if n < 0 && p.New != nil {
		x = p.New()
	}
	return x
}
