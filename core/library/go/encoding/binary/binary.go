// Package binary writes numbers as bytes.
package binary

// A ByteOrder reads and writes numbers.
type ByteOrder interface {
	Uint16([]byte) uint16
	Uint32([]byte) uint32
	Uint64([]byte) uint64
	PutUint16([]byte, uint16)
	PutUint32([]byte, uint32)
	PutUint64([]byte, uint64)
	String() string
}

const (
	MaxVarintLen16 = 3
	MaxVarintLen32 = 5
	MaxVarintLen64 = 10
)

type order struct{ big bool }

var (
	LittleEndian = order{false}
	BigEndian    = order{true}
)

func (o order) get(b []byte, n int) (v uint64) {
	_ = b[n-1]
	for i := range n {
		if o.big {
			v = v<<8 | uint64(b[i])
		} else {
			v |= uint64(b[i]) << (8 * i)
		}
	}
	return v
}

func (o order) put(b []byte, n int, v uint64) {
	_ = b[n-1]
	for i := range n {
		if o.big {
			b[n-1-i] = byte(v >> (8 * i))
		} else {
			b[i] = byte(v >> (8 * i))
		}
	}
}

func (o order) add(b []byte, n int, v uint64) []byte {
	var t [8]byte
	o.put(t[:], n, v)
	return append(b, t[:n]...)
}

func (o order) Uint16(b []byte) uint16                 { return uint16(o.get(b, 2)) }
func (o order) Uint32(b []byte) uint32                 { return uint32(o.get(b, 4)) }
func (o order) Uint64(b []byte) uint64                 { return o.get(b, 8) }
func (o order) PutUint16(b []byte, v uint16)           { o.put(b, 2, uint64(v)) }
func (o order) PutUint32(b []byte, v uint32)           { o.put(b, 4, uint64(v)) }
func (o order) PutUint64(b []byte, v uint64)           { o.put(b, 8, v) }
func (o order) AppendUint16(b []byte, v uint16) []byte { return o.add(b, 2, uint64(v)) }
func (o order) AppendUint32(b []byte, v uint32) []byte { return o.add(b, 4, uint64(v)) }
func (o order) AppendUint64(b []byte, v uint64) []byte { return o.add(b, 8, v) }

func (o order) String() string {
	if o.big {
		return "BigEndian"
	}
	return "LittleEndian"
}

func AppendUvarint(buf []byte, x uint64) []byte {
	for x >= 0x80 {
		buf = append(buf, byte(x)|0x80)
		x >>= 7
	}
	return append(buf, byte(x))
}

func AppendVarint(buf []byte, x int64) []byte { return AppendUvarint(buf, uint64(x)<<1^uint64(x>>63)) }

func PutUvarint(buf []byte, x uint64) int {
	b := AppendUvarint(nil, x)
	_ = buf[len(b)-1]
	return copy(buf, b)
}

func PutVarint(buf []byte, x int64) int { return PutUvarint(buf, uint64(x)<<1^uint64(x>>63)) }

func Uvarint(buf []byte) (x uint64, n int) {
	for i, b := range buf {
		if i == MaxVarintLen64 || i == 9 && b > 1 {
			return 0, -(i + 1)
		}
		x |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			return x, i + 1
		}
	}
	return 0, 0
}

func Varint(buf []byte) (int64, int) {
	u, n := Uvarint(buf)
	return int64(u>>1) ^ -int64(u&1), n
}
