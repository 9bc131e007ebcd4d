// Package maphash hashes strings with a random seed, for tables and shards.
package maphash

import (
	"fmt"
	"internal/rt"
)

// A Seed selects a hash function.
type Seed struct{ s uint64 }

// MakeSeed returns a random seed.
func MakeSeed() Seed { return Seed{rt.Rand() | 1} }

// A Hash is a running hash; its zero value has a random seed.
type Hash struct {
	seed  Seed
	state uint64
}

func (h *Hash) start() {
	if h.seed.s == 0 {
		h.SetSeed(MakeSeed())
	}
}

func (h *Hash) SetSeed(seed Seed) {
	if seed.s == 0 {
		panic("maphash: use of uninitialized Seed")
	}
	h.seed, h.state = seed, seed.s
}

func (h *Hash) Seed() Seed {
	h.start()
	return h.seed
}

func (h *Hash) Reset() {
	h.start()
	h.state = h.seed.s
}

func (h *Hash) WriteByte(b byte) error {
	h.start()
	h.state = (h.state ^ uint64(b)) * 0x100000001b3
	return nil
}

func (h *Hash) Write(b []byte) (int, error) {
	for _, c := range b {
		h.WriteByte(c)
	}
	return len(b), nil
}

func (h *Hash) WriteString(s string) (int, error) { return h.Write([]byte(s)) }

func (h *Hash) Sum64() uint64 {
	h.start()
	x := h.state
	x = (x ^ x>>33) * 0xff51afd7ed558ccd
	x = (x ^ x>>33) * 0xc4ceb9fe1a85ec53
	return x ^ x>>33
}

func (h *Hash) Sum(b []byte) []byte {
	x := h.Sum64()
	for i := range 8 {
		b = append(b, byte(x>>(56-8*i)))
	}
	return b
}

func (h *Hash) Size() int      { return 8 }
func (h *Hash) BlockSize() int { return 128 }

// Bytes is the hash of b.
func Bytes(seed Seed, b []byte) uint64 {
	var h Hash
	h.SetSeed(seed)
	h.Write(b)
	return h.Sum64()
}

// String is the hash of s.
func String(seed Seed, s string) uint64 { return Bytes(seed, []byte(s)) }

// Comparable is the hash of v.
func Comparable[T comparable](seed Seed, v T) uint64 { return String(seed, fmt.Sprintf("%#v", v)) }

// WriteComparable adds v to h.
func WriteComparable[T comparable](h *Hash, x T) { h.WriteString(fmt.Sprintf("%#v", x)) }
