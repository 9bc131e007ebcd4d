// Package rand makes pseudo-random numbers. The functions without a Rand ask the run's choice source; a
// Rand with NewSource(seed) gives the very sequence that Go gives.
package rand

import (
	"internal/rt"
	"math"
)

// A Source is a source of numbers in [0, 1<<63).
type Source interface {
	Int63() int64
	Seed(seed int64)
}

// A Source64 makes 64 bits at a time.
type Source64 interface {
	Source
	Uint64() uint64
}

const (
	lagLength = 607
	lagTap    = 273
)

// cooked is entry i of the state to which seeds are added.
func cooked(i int) int64

type rngSource struct {
	tap, feed int
	vec       []int64
}

// NewSource returns a source with the given seed.
func NewSource(seed int64) Source {
	r := &rngSource{vec: make([]int64, lagLength)}
	r.Seed(seed)
	return r
}

func (r *rngSource) Seed(seed int64) {
	r.tap, r.feed = 0, lagLength-lagTap
	seed %= 1<<31 - 1
	if seed < 0 {
		seed += 1<<31 - 1
	}
	if seed == 0 {
		seed = 89482311
	}
	x := seed
	next := func() int64 {
		x = x * 48271 % (1<<31 - 1)
		return x
	}
	for range 20 {
		next()
	}
	for i := range r.vec {
		u := next() << 40
		u ^= next() << 20
		u ^= next()
		r.vec[i] = u ^ cooked(i)
	}
}

func (r *rngSource) Int63() int64 { return int64(r.Uint64() &^ (1 << 63)) }

func (r *rngSource) Uint64() uint64 {
	r.tap--
	if r.tap < 0 {
		r.tap += lagLength
	}
	r.feed--
	if r.feed < 0 {
		r.feed += lagLength
	}
	x := r.vec[r.feed] + r.vec[r.tap]
	r.vec[r.feed] = x
	return uint64(x)
}

type runSource struct{}

func (runSource) Int63() int64   { return int64(rt.Rand() &^ (1 << 63)) }
func (runSource) Uint64() uint64 { return rt.Rand() }
func (runSource) Seed(int64)     {}

// A Rand makes random numbers from a Source.
type Rand struct {
	src     Source
	s64     Source64
	readVal int64
	readPos int8
}

// New returns a Rand on src.
func New(src Source) *Rand {
	s64, _ := src.(Source64)
	return &Rand{src: src, s64: s64}
}

func (r *Rand) Seed(seed int64) {
	r.src.Seed(seed)
	r.readPos = 0
}

func (r *Rand) Int63() int64   { return r.src.Int63() }
func (r *Rand) Uint32() uint32 { return uint32(r.Int63() >> 31) }
func (r *Rand) Int31() int32   { return int32(r.Int63() >> 32) }
func (r *Rand) Int() int       { return int(uint(r.Int63())) }

func (r *Rand) Uint64() uint64 {
	if r.s64 != nil {
		return r.s64.Uint64()
	}
	return uint64(r.Int63())>>31 | uint64(r.Int63())<<32
}

func (r *Rand) Int63n(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int63n")
	}
	if n&(n-1) == 0 {
		return r.Int63() & (n - 1)
	}
	max := int64(1<<63 - 1 - (1<<63)%uint64(n))
	v := r.Int63()
	for v > max {
		v = r.Int63()
	}
	return v % n
}

func (r *Rand) Int31n(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int31n")
	}
	if n&(n-1) == 0 {
		return r.Int31() & (n - 1)
	}
	max := int32(1<<31 - 1 - (1<<31)%uint32(n))
	v := r.Int31()
	for v > max {
		v = r.Int31()
	}
	return v % n
}

// int31n is the quicker way that Shuffle takes.
func (r *Rand) int31n(n int32) int32 {
	prod := uint64(r.Uint32()) * uint64(n)
	if low := uint32(prod); low < uint32(n) {
		thresh := uint32(-n) % uint32(n)
		for low < thresh {
			prod = uint64(r.Uint32()) * uint64(n)
			low = uint32(prod)
		}
	}
	return int32(prod >> 32)
}

func (r *Rand) Intn(n int) int {
	if n <= 0 {
		panic("invalid argument to Intn")
	}
	if n <= 1<<31-1 {
		return int(r.Int31n(int32(n)))
	}
	return int(r.Int63n(int64(n)))
}

func (r *Rand) Float64() float64 {
	for {
		if f := float64(r.Int63()) / (1 << 63); f != 1 {
			return f
		}
	}
}

func (r *Rand) Float32() float32 {
	for {
		if f := float32(r.Float64()); f != 1 {
			return f
		}
	}
}

func (r *Rand) Perm(n int) []int {
	m := make([]int, n)
	for i := range m {
		j := r.Intn(i + 1)
		m[i] = m[j]
		m[j] = i
	}
	return m
}

func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		swap(i, int(r.int31n(int32(i+1))))
	}
}

func (r *Rand) Read(p []byte) (n int, err error) {
	for i := range p {
		if r.readPos == 0 {
			r.readVal, r.readPos = r.Int63(), 7
		}
		p[i] = byte(r.readVal)
		r.readVal >>= 8
		r.readPos--
	}
	return len(p), nil
}

const (
	normalTail = 3.442619855899
	expTail    = 7.69711747013104972
)

func (r *Rand) NormFloat64() float64 {
	for {
		j := int32(r.Uint32())
		i := int(j & 0x7F)
		k, w, f := rt.Ziggurat(false, i)
		x := float64(j) * float64(w)
		abs := uint32(j)
		if j < 0 {
			abs = -abs
		}
		if abs < k {
			return x
		}
		if i == 0 {
			for {
				x = -math.Log(r.Float64()) * (1.0 / normalTail)
				y := -math.Log(r.Float64())
				if y+y >= x*x {
					break
				}
			}
			if j > 0 {
				return normalTail + x
			}
			return -normalTail - x
		}
		_, _, above := rt.Ziggurat(false, i-1)
		if f+float32(r.Float64())*(above-f) < float32(math.Exp(-.5*x*x)) {
			return x
		}
	}
}

func (r *Rand) ExpFloat64() float64 {
	for {
		j := r.Uint32()
		i := int(j & 0xFF)
		k, w, f := rt.Ziggurat(true, i)
		x := float64(j) * float64(w)
		if j < k {
			return x
		}
		if i == 0 {
			return expTail - math.Log(r.Float64())
		}
		_, _, above := rt.Ziggurat(true, i-1)
		if f+float32(r.Float64())*(above-f) < float32(math.Exp(-x)) {
			return x
		}
	}
}

var global = New(runSource{})

func below(n int64, what string) int64 {
	if n <= 0 {
		panic("invalid argument to " + what)
	}
	return int64(rt.Below(uint64(n)))
}

// Seed does nothing, as since Go 1.24: the functions below cannot be seeded.
func Seed(seed int64) {}

func Int63() int64                     { return global.Int63() }
func Uint32() uint32                   { return global.Uint32() }
func Uint64() uint64                   { return rt.Rand() }
func Int31() int32                     { return global.Int31() }
func Int() int                         { return global.Int() }
func Int63n(n int64) int64             { return below(n, "Int63n") }
func Int31n(n int32) int32             { return int32(below(int64(n), "Int31n")) }
func Intn(n int) int                   { return int(below(int64(n), "Intn")) }
func Float64() float64                 { return float64(rt.Below(1<<53)) / (1 << 53) }
func Float32() float32                 { return float32(rt.Below(1<<24)) / (1 << 24) }
func Perm(n int) []int                 { return global.Perm(n) }
func Read(p []byte) (n int, err error) { return global.Read(p) }
func NormFloat64() float64             { return global.NormFloat64() }
func ExpFloat64() float64              { return global.ExpFloat64() }

// Shuffle puts n things into random order.
func Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		swap(i, int(rt.Below(uint64(i+1))))
	}
}
