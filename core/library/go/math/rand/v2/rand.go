// Package rand makes pseudo-random numbers. The functions without a Rand ask the run's choice source; PCG
// and ChaCha8 give the very sequences that Go gives.
package rand

import (
	"internal/rt"
	"math"
	"math/bits"
)

// A Source makes 64 bits at a time.
type Source interface{ Uint64() uint64 }

type runSource struct{}

func (runSource) Uint64() uint64 { return rt.Rand() }

// A Rand makes random numbers from a Source.
type Rand struct{ src Source }

// New returns a Rand on src.
func New(src Source) *Rand { return &Rand{src} }

func (r *Rand) Int64() int64   { return int64(r.src.Uint64() &^ (1 << 63)) }
func (r *Rand) Uint32() uint32 { return uint32(r.src.Uint64() >> 32) }
func (r *Rand) Uint64() uint64 { return r.src.Uint64() }
func (r *Rand) Int32() int32   { return int32(r.src.Uint64() >> 33) }
func (r *Rand) Int() int       { return int(r.src.Uint64() &^ (1 << 63)) }
func (r *Rand) Uint() uint     { return uint(r.src.Uint64()) }

func positive(n int64, what string) uint64 {
	if n <= 0 {
		panic("invalid argument to " + what)
	}
	return uint64(n)
}

func notZero(n uint64, what string) uint64 {
	if n == 0 {
		panic("invalid argument to " + what)
	}
	return n
}

func (r *Rand) Int64N(n int64) int64    { return int64(r.below(positive(n, "Int64N"))) }
func (r *Rand) Uint64N(n uint64) uint64 { return r.below(notZero(n, "Uint64N")) }
func (r *Rand) Int32N(n int32) int32    { return int32(r.below(positive(int64(n), "Int32N"))) }
func (r *Rand) Uint32N(n uint32) uint32 { return uint32(r.below(notZero(uint64(n), "Uint32N"))) }
func (r *Rand) IntN(n int) int          { return int(r.below(positive(int64(n), "IntN"))) }
func (r *Rand) UintN(n uint) uint       { return uint(r.below(notZero(uint64(n), "UintN"))) }

func (r *Rand) below(n uint64) uint64 {
	if _, ok := r.src.(runSource); ok {
		return rt.Below(n)
	}
	if n&(n-1) == 0 {
		return r.Uint64() & (n - 1)
	}
	hi, lo := bits.Mul64(r.Uint64(), n)
	if lo < n {
		thresh := -n % n
		for lo < thresh {
			hi, lo = bits.Mul64(r.Uint64(), n)
		}
	}
	return hi
}

func (r *Rand) Float64() float64 { return float64(r.Uint64()<<11>>11) / (1 << 53) }
func (r *Rand) Float32() float32 { return float32(r.Uint32()<<8>>8) / (1 << 24) }

func (r *Rand) Perm(n int) []int {
	p := make([]int, n)
	for i := range p {
		p[i] = i
	}
	r.Shuffle(n, func(i, j int) { p[i], p[j] = p[j], p[i] })
	return p
}

func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		swap(i, int(r.below(uint64(i+1))))
	}
}

const (
	normalTail = 3.442619855899
	expTail    = 7.69711747013104972
)

func (r *Rand) NormFloat64() float64 {
	for {
		u := r.Uint64()
		j := int32(u)
		i := int(u >> 32 & 0x7F)
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
		u := r.Uint64()
		j := uint32(u)
		i := int(uint8(u >> 32))
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

var global = &Rand{runSource{}}

func Int64() int64            { return global.Int64() }
func Uint32() uint32          { return global.Uint32() }
func Uint64() uint64          { return rt.Rand() }
func Int32() int32            { return global.Int32() }
func Int() int                { return global.Int() }
func Uint() uint              { return global.Uint() }
func Int64N(n int64) int64    { return global.Int64N(n) }
func Uint64N(n uint64) uint64 { return global.Uint64N(n) }
func Int32N(n int32) int32    { return global.Int32N(n) }
func Uint32N(n uint32) uint32 { return global.Uint32N(n) }
func IntN(n int) int          { return global.IntN(n) }
func UintN(n uint) uint       { return global.UintN(n) }
func Float64() float64        { return float64(rt.Below(1<<53)) / (1 << 53) }
func Float32() float32        { return float32(rt.Below(1<<24)) / (1 << 24) }
func Perm(n int) []int        { return global.Perm(n) }
func NormFloat64() float64    { return global.NormFloat64() }
func ExpFloat64() float64     { return global.ExpFloat64() }

// Shuffle puts n things into random order.
func Shuffle(n int, swap func(i, j int)) { global.Shuffle(n, swap) }

type intType interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

// N is a random number below n of any integer type.
func N[Int intType](n Int) Int {
	if n <= 0 {
		panic("invalid argument to N")
	}
	return Int(rt.Below(uint64(n)))
}

// A Zipf makes Zipf distributed numbers.
type Zipf struct {
	r                                      *Rand
	imax, v, q, s, oneminusQ, oneminusQinv float64
	hxm, hx0minusHxm                       float64
}

func (z *Zipf) h(x float64) float64    { return math.Exp(z.oneminusQ*math.Log(z.v+x)) * z.oneminusQinv }
func (z *Zipf) hinv(x float64) float64 { return math.Exp(z.oneminusQinv*math.Log(z.oneminusQ*x)) - z.v }

// NewZipf returns a Zipf for numbers up to imax.
func NewZipf(r *Rand, s float64, v float64, imax uint64) *Zipf {
	if s <= 1.0 || v < 1 {
		return nil
	}
	z := &Zipf{r: r, imax: float64(imax), v: v, q: s, oneminusQ: 1 - s, oneminusQinv: 1 / (1 - s)}
	z.hxm = z.h(z.imax + 0.5)
	z.hx0minusHxm = z.h(0.5) - math.Exp(math.Log(v)*(-s)) - z.hxm
	z.s = 1 - z.hinv(z.h(1.5)-math.Exp(-s*math.Log(v+1)))
	return z
}

func (z *Zipf) Uint64() uint64 {
	for {
		ur := z.hxm + z.r.Float64()*z.hx0minusHxm
		x := z.hinv(ur)
		k := math.Floor(x + 0.5)
		if k-x <= z.s || ur >= z.h(k+0.5)-math.Exp(-math.Log(k+z.v)*z.q) {
			return uint64(k)
		}
	}
}

// A PCG is a small generator with 128 bits of state.
type PCG struct{ hi, lo uint64 }

// NewPCG returns a PCG with the given seeds.
func NewPCG(seed1, seed2 uint64) *PCG { return &PCG{seed1, seed2} }

func (p *PCG) Seed(seed1, seed2 uint64) { p.hi, p.lo = seed1, seed2 }

func (p *PCG) Uint64() uint64 {
	const (
		mulHi, mulLo = 2549297995355413924, 4865540595714422341
		incHi, incLo = 6364136223846793005, 1442695040888963407
		cheap        = 0xda942042e4dd58b5
	)
	hi, lo := bits.Mul64(p.lo, mulLo)
	hi += p.hi*mulLo + p.lo*mulHi
	lo, carry := bits.Add64(lo, incLo, 0)
	hi += incHi + carry
	p.hi, p.lo = hi, lo
	hi ^= hi >> 32
	hi *= cheap
	hi ^= hi >> 48
	return hi * (lo | 1)
}
