// Package sha256 is the hash function SHA-256.
package sha256

import "hash"

const (
	Size      = 32
	BlockSize = 64
)

// block mixes whole blocks of data into the state h.
func block(h *[8]uint32, data []byte)

type digest struct {
	h    [8]uint32
	rest []byte
	n    uint64
}

var start = [8]uint32{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
	0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}

// New returns a running hash.
func New() hash.Hash { return &digest{h: start} }

func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return BlockSize }
func (d *digest) Reset()         { d.h, d.rest, d.n = start, nil, 0 }

func (d *digest) Write(p []byte) (int, error) {
	n := len(p)
	d.n += uint64(n)
	if len(d.rest) > 0 {
		d.rest = append(d.rest, p...)
		p = d.rest
		d.rest = nil
	}
	whole := len(p) &^ 63
	if whole > 0 {
		block(&d.h, p[:whole])
	}
	d.rest = append([]byte(nil), p[whole:]...)
	return n, nil
}

func (d *digest) sum() (out [Size]byte) {
	h := d.h
	tail := append(append([]byte(nil), d.rest...), 0x80)
	for len(tail)%64 != 56 {
		tail = append(tail, 0)
	}
	for i := range 8 {
		tail = append(tail, byte(d.n*8>>(56-8*i)))
	}
	block(&h, tail)
	for i, x := range h {
		for j := range 4 {
			out[4*i+j] = byte(x >> (24 - 8*j))
		}
	}
	return out
}

func (d *digest) Sum(in []byte) []byte {
	s := d.sum()
	return append(in, s[:]...)
}

// Sum256 returns the hash of data.
func Sum256(data []byte) [Size]byte {
	d := digest{h: start}
	d.Write(data)
	return d.sum()
}
