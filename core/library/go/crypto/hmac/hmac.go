// Package hmac authenticates messages with a key and a hash function.
package hmac

import "hash"

type hmac struct {
	inner, outer hash.Hash
	ipad, opad   []byte
}

// New returns a running hash with a key.
func New(h func() hash.Hash, key []byte) hash.Hash {
	m := &hmac{inner: h(), outer: h()}
	if len(key) > m.inner.BlockSize() {
		m.outer.Write(key)
		key = m.outer.Sum(nil)
	}
	for i := range m.inner.BlockSize() {
		var k byte
		if i < len(key) {
			k = key[i]
		}
		m.ipad = append(m.ipad, k^0x36)
		m.opad = append(m.opad, k^0x5c)
	}
	m.Reset()
	return m
}

func (m *hmac) Write(p []byte) (n int, err error) { return m.inner.Write(p) }
func (m *hmac) Size() int                         { return m.inner.Size() }
func (m *hmac) BlockSize() int                    { return m.inner.BlockSize() }

func (m *hmac) Reset() {
	m.inner.Reset()
	m.inner.Write(m.ipad)
}

func (m *hmac) Sum(in []byte) []byte {
	m.outer.Reset()
	m.outer.Write(m.opad)
	m.outer.Write(m.inner.Sum(nil))
	return m.outer.Sum(in)
}

// Equal compares two codes.
func Equal(mac1, mac2 []byte) bool { return string(mac1) == string(mac2) }
