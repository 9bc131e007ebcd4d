// Package md5 is the hash function MD5.
package md5

import "hash"

const (
	Size      = 16
	BlockSize = 64
)

// block mixes whole blocks of data into the state h.
func block(h *[4]uint32, data []byte)

type digest struct {
	h    [4]uint32
	rest []byte
	n    uint64
}

var start = [4]uint32{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476}

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
		tail = append(tail, byte(d.n*8>>(8*i)))
	}
	block(&h, tail)
	for i, x := range h {
		for j := range 4 {
			out[4*i+j] = byte(x >> (8 * j))
		}
	}
	return out
}

func (d *digest) Sum(in []byte) []byte {
	s := d.sum()
	return append(in, s[:]...)
}

// Sum returns the hash of data.
func Sum(data []byte) [Size]byte {
	d := digest{h: start}
	d.Write(data)
	return d.sum()
}
