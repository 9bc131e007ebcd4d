package sync

import "internal/rt"

// A Map is a map[any]any that goroutines may share without a lock of their own.
type Map struct {
	_ noCopy
	m map[any]any
}

// probe panics as a map does if its key cannot be hashed, before the goroutine is pinned.
var probe map[any]struct{}

func (m *Map) enter(key any) {
	_ = probe[key]
	rt.Pin()
	if m.m == nil {
		m.m = map[any]any{}
	}
}

func (m *Map) Load(key any) (value any, ok bool) {
	m.enter(key)
	value, ok = m.m[key]
	rt.Unpin()
	return
}

func (m *Map) Store(key, value any) {
	m.enter(key)
	m.m[key] = value
	rt.Unpin()
}

func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	m.enter(key)
	actual, loaded = m.m[key]
	if !loaded {
		m.m[key] = value
		actual = value
	}
	rt.Unpin()
	return
}

func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	m.enter(key)
	value, loaded = m.m[key]
	delete(m.m, key)
	rt.Unpin()
	return
}

func (m *Map) Delete(key any) { m.LoadAndDelete(key) }

func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	m.enter(key)
	previous, loaded = m.m[key]
	m.m[key] = value
	rt.Unpin()
	return
}

// holds tells whether key has the value old; it leaves m pinned if so.
func (m *Map) holds(key, old any) bool {
	if !rt.Comparable(old) {
		panic("compare with old value of uncomparable type")
	}
	m.enter(key)
	value, ok := m.m[key]
	if ok && rt.Comparable(value) && value == old {
		return true
	}
	rt.Unpin()
	return false
}

func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	if swapped = m.holds(key, old); swapped {
		m.m[key] = new
		rt.Unpin()
	}
	return
}

func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	if deleted = m.holds(key, old); deleted {
		delete(m.m, key)
		rt.Unpin()
	}
	return
}

func (m *Map) Clear() {
	rt.Pin()
	m.m = nil
	rt.Unpin()
}

// Range calls f for each key until it returns false. Keys come as they are when their turn comes.
func (m *Map) Range(f func(key, value any) bool) {
	rt.Pin()
	keys := make([]any, 0, len(m.m))
	for k := range m.m {
		keys = append(keys, k)
	}
	rt.Unpin()
	for _, k := range keys {
		if v, ok := m.Load(k); ok && !f(k, v) {
			return
		}
	}
}
