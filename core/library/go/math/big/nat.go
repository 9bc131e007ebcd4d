// Package big computes with integers and fractions of any size.
package big

import "math/bits"

// A nat is a natural number: 32 bits a digit, the lowest first, without leading zeros.
type nat []uint32

func (x nat) norm() nat {
	for len(x) > 0 && x[len(x)-1] == 0 {
		x = x[:len(x)-1]
	}
	return x
}

func natOf(v uint64) nat { return nat{uint32(v), uint32(v >> 32)}.norm() }

func (x nat) cmp(y nat) int {
	if len(x) != len(y) {
		if len(x) < len(y) {
			return -1
		}
		return 1
	}
	for i := len(x) - 1; i >= 0; i-- {
		if x[i] != y[i] {
			if x[i] < y[i] {
				return -1
			}
			return 1
		}
	}
	return 0
}

func (x nat) add(y nat) nat {
	if len(x) < len(y) {
		x, y = y, x
	}
	z := make(nat, len(x)+1)
	var carry uint64
	for i, d := range x {
		carry += uint64(d)
		if i < len(y) {
			carry += uint64(y[i])
		}
		z[i] = uint32(carry)
		carry >>= 32
	}
	z[len(x)] = uint32(carry)
	return z.norm()
}

// sub needs x >= y.
func (x nat) sub(y nat) nat {
	z := make(nat, len(x))
	var borrow int64
	for i, d := range x {
		borrow += int64(d)
		if i < len(y) {
			borrow -= int64(y[i])
		}
		z[i] = uint32(borrow)
		borrow >>= 32
	}
	return z.norm()
}

func (x nat) mul(y nat) nat {
	if len(x) == 0 || len(y) == 0 {
		return nil
	}
	z := make(nat, len(x)+len(y))
	for i, d := range x {
		var carry uint64
		for j, e := range y {
			carry += uint64(z[i+j]) + uint64(d)*uint64(e)
			z[i+j] = uint32(carry)
			carry >>= 32
		}
		z[i+len(y)] = uint32(carry)
	}
	return z.norm()
}

func (x nat) divSmall(d uint32) (q nat, r uint32) {
	q = make(nat, len(x))
	var rest uint64
	for i := len(x) - 1; i >= 0; i-- {
		rest = rest<<32 | uint64(x[i])
		q[i] = uint32(rest / uint64(d))
		rest %= uint64(d)
	}
	return q.norm(), uint32(rest)
}

// div is long division (Knuth's algorithm D); y is not zero.
func (x nat) div(y nat) (q, r nat) {
	if x.cmp(y) < 0 {
		return nil, x
	}
	if len(y) == 1 {
		q, d := x.divSmall(y[0])
		return q, natOf(uint64(d))
	}
	shift := uint(bits.LeadingZeros32(y[len(y)-1]))
	v := y.shl(shift)
	u := append(nat{}, x.shl(shift)...)
	for len(u) <= len(x) {
		u = append(u, 0)
	}
	n := len(v)
	q = make(nat, len(u)-n)
	for j := len(u) - n - 1; j >= 0; j-- {
		top := uint64(u[j+n])<<32 | uint64(u[j+n-1])
		guess, rest := top/uint64(v[n-1]), top%uint64(v[n-1])
		for guess>>32 != 0 || guess*uint64(v[n-2]) > rest<<32|uint64(u[j+n-2]) {
			guess--
			rest += uint64(v[n-1])
			if rest>>32 != 0 {
				break
			}
		}
		var borrow, carry int64
		for i, d := range v {
			p := guess*uint64(d) + uint64(carry)
			carry = int64(p >> 32)
			borrow += int64(u[i+j]) - int64(uint32(p))
			u[i+j] = uint32(borrow)
			borrow >>= 32
		}
		borrow += int64(u[j+n]) - carry
		u[j+n] = uint32(borrow)
		if borrow < 0 {
			guess--
			var sum uint64
			for i, d := range v {
				sum += uint64(u[i+j]) + uint64(d)
				u[i+j] = uint32(sum)
				sum >>= 32
			}
			u[j+n] += uint32(sum)
		}
		q[j] = uint32(guess)
	}
	return q.norm(), u.norm().shr(shift)
}

func (x nat) shl(s uint) nat {
	words, s := int(s/32), s%32
	z := make(nat, words+len(x)+1)
	var carry uint64
	for i, d := range x {
		carry |= uint64(d) << s
		z[words+i] = uint32(carry)
		carry >>= 32
	}
	z[words+len(x)] = uint32(carry)
	return z.norm()
}

func (x nat) shr(s uint) nat {
	words, s := int(s/32), s%32
	if words >= len(x) {
		return nil
	}
	z := make(nat, len(x)-words)
	for i := range z {
		d := uint64(x[words+i])
		if words+i+1 < len(x) {
			d |= uint64(x[words+i+1]) << 32
		}
		z[i] = uint32(d >> s)
	}
	return z.norm()
}

func (x nat) bitLen() int {
	if len(x) == 0 {
		return 0
	}
	return (len(x)-1)*32 + bits.Len32(x[len(x)-1])
}

func (x nat) bit(i int) uint {
	if i/32 >= len(x) {
		return 0
	}
	return uint(x[i/32]>>(i%32)) & 1
}

func (x nat) text(base int) string {
	if len(x) == 0 {
		return "0"
	}
	const digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	chunk, count := uint32(base), 1
	for uint64(chunk)*uint64(base) < 1<<32 {
		chunk *= uint32(base)
		count++
	}
	out := make([]byte, 0, x.bitLen()/bits.Len32(uint32(base)-1)+count+1)
	for len(x) > 0 {
		var r uint32
		x, r = x.divSmall(chunk)
		for i := 0; i < count && (len(x) > 0 || r > 0); i++ {
			out = append(out, digits[r%uint32(base)])
			r /= uint32(base)
		}
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return string(out)
}

func digit(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'z':
		return int(c-'a') + 10
	case 'A' <= c && c <= 'Z':
		return int(c-'A') + 10
	}
	return 99
}

func parse(s string, base int) (z nat, ok bool) {
	underscores := base == 0
	if base == 0 {
		base = 10
		if len(s) > 2 && s[0] == '0' {
			switch s[1] {
			case 'x', 'X':
				base, s = 16, s[2:]
			case 'b', 'B':
				base, s = 2, s[2:]
			case 'o', 'O':
				base, s = 8, s[2:]
			default:
				base, s = 8, s[1:]
			}
		}
	}
	for i := 0; i < len(s); i++ {
		if s[i] == '_' && underscores {
			continue
		}
		d := digit(s[i])
		if d >= base {
			return nil, false
		}
		z = z.mul(nat{uint32(base)}).add(natOf(uint64(d)))
	}
	return z, s != ""
}

func (x nat) exp(y, m nat) nat {
	z := nat{1}
	for i := y.bitLen() - 1; i >= 0; i-- {
		z = z.mul(z)
		if y.bit(i) != 0 {
			z = z.mul(x)
		}
		if len(m) > 0 {
			_, z = z.div(m)
		}
	}
	if len(m) > 0 {
		_, z = z.div(m)
	}
	return z
}

func (x nat) sqrt() nat {
	if len(x) == 0 {
		return nil
	}
	z := nat{1}.shl(uint(x.bitLen()+1) / 2)
	for {
		q, _ := x.div(z)
		next := q.add(z).shr(1)
		if next.cmp(z) >= 0 {
			return z
		}
		z = next
	}
}

// probablyPrime is the test of Miller and Rabin with the first primes, which is exact below 2^81.
func (x nat) probablyPrime(rounds int) bool {
	if len(x) == 0 || len(x) == 1 && x[0] < 2 {
		return false
	}
	primes := []uint32{2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71}
	for _, p := range primes {
		if len(x) == 1 && x[0] == p {
			return true
		}
		if _, r := x.divSmall(p); r == 0 {
			return false
		}
	}
	one := nat{1}
	minus := x.sub(one)
	k := 0
	for minus.bit(k) == 0 {
		k++
	}
	odd := minus.shr(uint(k))
	for _, p := range primes[:max(13, min(rounds, len(primes)))] {
		y := nat{p}.exp(odd, x)
		composite := y.cmp(one) != 0
		for i := 0; i < k && composite; i++ {
			composite = y.cmp(minus) != 0
			_, y = y.mul(y).div(x)
		}
		if composite {
			return false
		}
	}
	return true
}
