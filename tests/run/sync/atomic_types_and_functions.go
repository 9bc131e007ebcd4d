package main

import (
	"fmt"
	"sync/atomic"
)

func main() {
	var i32 atomic.Int32
	var u64 atomic.Uint64
	var b atomic.Bool
	var p atomic.Pointer[string]
	var v atomic.Value
	fmt.Println(i32.Add(5), i32.Swap(7), i32.CompareAndSwap(7, 8), i32.Load())
	u64.Store(1 << 63)
	fmt.Println(u64.Load(), u64.Add(^uint64(0)))
	fmt.Println(b.Swap(true), b.Load(), p.Load() == nil)
	s := "hello"
	p.Store(&s)
	fmt.Println(*p.Load(), v.Load())
	v.Store([]int{1, 2})
	fmt.Println(v.Load().([]int))
	var n int64
	fmt.Println(atomic.AddInt64(&n, 3), atomic.LoadInt64(&n), atomic.SwapInt64(&n, 10), atomic.CompareAndSwapInt64(&n, 10, 11), n)
	fmt.Println(i32.Or(1), i32.And(1), i32.Load())
	defer func() { fmt.Println(recover()) }()
	v.Store("inconsistent")
}
