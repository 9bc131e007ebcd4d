package main

import "fmt"

type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	_
	Thursday
)

func (d Weekday) String() string {
	switch d {
	case Sunday:
		return "Sun"
	case Monday:
		return "Mon"
	}
	return fmt.Sprintf("Weekday(%d)", int(d))
}

const (
	_ = 1 << (10 * iota)
	KiB
	MiB
	GiB
)
const (
	a, b = iota, iota * 10
	c, d
	e, f
)
const (
	x = "s"
	y
	z = len(y) + iota
)
const big = 1 << 100
const (
	bit0, mask0 = 1 << iota, 1<<iota - 1
	bit1, mask1
	_, _
	bit3, mask3
)
const huge = big >> 98

type Flags uint8

const (
	FlagUp Flags = 1 << iota
	FlagBroadcast
	FlagLoop
)

func (f Flags) Has(g Flags) bool { return f&g != 0 }
func main() {
	fmt.Println(Sunday, Monday, Tuesday, Thursday, KiB, MiB, GiB, a, b, c, d, e, f, x, y, z, bit3, mask3, huge)
	fl := FlagUp | FlagLoop
	fl &^= FlagUp
	fmt.Println(fl.Has(FlagLoop), fl.Has(FlagUp), fl)
	const eps = 1e-9
	var f32 float32 = eps
	fmt.Println(f32, 'a'*2, "x"+"y", 7/2, 7/2.0, -7/2, -7%3, 1<<3|1, 6&^3, 0x1p-2, 0b1010, 0o17, 1_000_000, 'a' < 'b')
	var i8 int8 = -128
	fmt.Println(-i8, i8-1, uint8(200)+100, ^0, ^uint8(5), int8(i8/-1))
	var u uint = 3
	fmt.Println(1<<u, int64(1)<<63, uint32(1)<<31>>31, -5>>1, uint8(255)>>u)
	fmt.Println(len("héllo"), len([3]int{}), cap(make([]int, 2, 5)), min(3, 1, 2), max(2.5, 1), min("b", "a"))
}
