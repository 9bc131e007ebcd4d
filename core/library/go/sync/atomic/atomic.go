// Package atomic does small things to memory in one step. Every function is a native: no goroutine can
// come between.
package atomic

type noCopy struct{}

type align64 struct{}

func (*noCopy) Lock()   {}
func (*noCopy) Unlock() {}

func LoadInt32(addr *int32) (val int32)
func StoreInt32(addr *int32, val int32)
func SwapInt32(addr *int32, new int32) (old int32)
func CompareAndSwapInt32(addr *int32, old, new int32) (swapped bool)
func AddInt32(addr *int32, delta int32) (new int32)
func AndInt32(addr *int32, mask int32) (old int32)
func OrInt32(addr *int32, mask int32) (old int32)

// Int32 is a number of type int32 that is only touched in one step.
type Int32 struct {
	_ noCopy
	v int32
}

func (x *Int32) Load() int32                             { return LoadInt32(&x.v) }
func (x *Int32) Store(val int32)                         { StoreInt32(&x.v, val) }
func (x *Int32) Swap(new int32) (old int32)              { return SwapInt32(&x.v, new) }
func (x *Int32) CompareAndSwap(old, new int32) (ok bool) { return CompareAndSwapInt32(&x.v, old, new) }
func (x *Int32) Add(delta int32) (new int32)             { return AddInt32(&x.v, delta) }
func (x *Int32) And(mask int32) (old int32)              { return AndInt32(&x.v, mask) }
func (x *Int32) Or(mask int32) (old int32)               { return OrInt32(&x.v, mask) }

func LoadInt64(addr *int64) (val int64)
func StoreInt64(addr *int64, val int64)
func SwapInt64(addr *int64, new int64) (old int64)
func CompareAndSwapInt64(addr *int64, old, new int64) (swapped bool)
func AddInt64(addr *int64, delta int64) (new int64)
func AndInt64(addr *int64, mask int64) (old int64)
func OrInt64(addr *int64, mask int64) (old int64)

// Int64 is a number of type int64 that is only touched in one step.
type Int64 struct {
	_ noCopy
	_ align64
	v int64
}

func (x *Int64) Load() int64                             { return LoadInt64(&x.v) }
func (x *Int64) Store(val int64)                         { StoreInt64(&x.v, val) }
func (x *Int64) Swap(new int64) (old int64)              { return SwapInt64(&x.v, new) }
func (x *Int64) CompareAndSwap(old, new int64) (ok bool) { return CompareAndSwapInt64(&x.v, old, new) }
func (x *Int64) Add(delta int64) (new int64)             { return AddInt64(&x.v, delta) }
func (x *Int64) And(mask int64) (old int64)              { return AndInt64(&x.v, mask) }
func (x *Int64) Or(mask int64) (old int64)               { return OrInt64(&x.v, mask) }

func LoadUint32(addr *uint32) (val uint32)
func StoreUint32(addr *uint32, val uint32)
func SwapUint32(addr *uint32, new uint32) (old uint32)
func CompareAndSwapUint32(addr *uint32, old, new uint32) (swapped bool)
func AddUint32(addr *uint32, delta uint32) (new uint32)
func AndUint32(addr *uint32, mask uint32) (old uint32)
func OrUint32(addr *uint32, mask uint32) (old uint32)

// Uint32 is a number of type uint32 that is only touched in one step.
type Uint32 struct {
	_ noCopy
	v uint32
}

func (x *Uint32) Load() uint32                 { return LoadUint32(&x.v) }
func (x *Uint32) Store(val uint32)             { StoreUint32(&x.v, val) }
func (x *Uint32) Swap(new uint32) (old uint32) { return SwapUint32(&x.v, new) }
func (x *Uint32) CompareAndSwap(old, new uint32) (ok bool) {
	return CompareAndSwapUint32(&x.v, old, new)
}
func (x *Uint32) Add(delta uint32) (new uint32) { return AddUint32(&x.v, delta) }
func (x *Uint32) And(mask uint32) (old uint32)  { return AndUint32(&x.v, mask) }
func (x *Uint32) Or(mask uint32) (old uint32)   { return OrUint32(&x.v, mask) }

func LoadUint64(addr *uint64) (val uint64)
func StoreUint64(addr *uint64, val uint64)
func SwapUint64(addr *uint64, new uint64) (old uint64)
func CompareAndSwapUint64(addr *uint64, old, new uint64) (swapped bool)
func AddUint64(addr *uint64, delta uint64) (new uint64)
func AndUint64(addr *uint64, mask uint64) (old uint64)
func OrUint64(addr *uint64, mask uint64) (old uint64)

// Uint64 is a number of type uint64 that is only touched in one step.
type Uint64 struct {
	_ noCopy
	_ align64
	v uint64
}

func (x *Uint64) Load() uint64                 { return LoadUint64(&x.v) }
func (x *Uint64) Store(val uint64)             { StoreUint64(&x.v, val) }
func (x *Uint64) Swap(new uint64) (old uint64) { return SwapUint64(&x.v, new) }
func (x *Uint64) CompareAndSwap(old, new uint64) (ok bool) {
	return CompareAndSwapUint64(&x.v, old, new)
}
func (x *Uint64) Add(delta uint64) (new uint64) { return AddUint64(&x.v, delta) }
func (x *Uint64) And(mask uint64) (old uint64)  { return AndUint64(&x.v, mask) }
func (x *Uint64) Or(mask uint64) (old uint64)   { return OrUint64(&x.v, mask) }

func LoadUintptr(addr *uintptr) (val uintptr)
func StoreUintptr(addr *uintptr, val uintptr)
func SwapUintptr(addr *uintptr, new uintptr) (old uintptr)
func CompareAndSwapUintptr(addr *uintptr, old, new uintptr) (swapped bool)
func AddUintptr(addr *uintptr, delta uintptr) (new uintptr)
func AndUintptr(addr *uintptr, mask uintptr) (old uintptr)
func OrUintptr(addr *uintptr, mask uintptr) (old uintptr)

// Uintptr is a number of type uintptr that is only touched in one step.
type Uintptr struct {
	_ noCopy
	v uintptr
}

func (x *Uintptr) Load() uintptr                  { return LoadUintptr(&x.v) }
func (x *Uintptr) Store(val uintptr)              { StoreUintptr(&x.v, val) }
func (x *Uintptr) Swap(new uintptr) (old uintptr) { return SwapUintptr(&x.v, new) }
func (x *Uintptr) CompareAndSwap(old, new uintptr) (ok bool) {
	return CompareAndSwapUintptr(&x.v, old, new)
}
func (x *Uintptr) Add(delta uintptr) (new uintptr) { return AddUintptr(&x.v, delta) }
func (x *Uintptr) And(mask uintptr) (old uintptr)  { return AndUintptr(&x.v, mask) }
func (x *Uintptr) Or(mask uintptr) (old uintptr)   { return OrUintptr(&x.v, mask) }

// Bool is a truth value that is only touched in one step.
type Bool struct {
	_ noCopy
	v uint32
}

func number(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

func (x *Bool) Load() bool               { return LoadUint32(&x.v) != 0 }
func (x *Bool) Store(val bool)           { StoreUint32(&x.v, number(val)) }
func (x *Bool) Swap(new bool) (old bool) { return SwapUint32(&x.v, number(new)) != 0 }
func (x *Bool) CompareAndSwap(old, new bool) (ok bool) {
	return CompareAndSwapUint32(&x.v, number(old), number(new))
}

// Pointer is a pointer that is only touched in one step.
type Pointer[T any] struct {
	_ noCopy
	p *T
}

func (x *Pointer[T]) Load() *T
func (x *Pointer[T]) Store(val *T)
func (x *Pointer[T]) Swap(new *T) (old *T)
func (x *Pointer[T]) CompareAndSwap(old, new *T) (swapped bool)

// Value holds a value of one type, which the first Store decides.
type Value struct{ v any }

func loadAny(addr *any) any
func storeAny(addr *any, v any)

// sameType tells whether a and b have the same dynamic type.
func sameType(a, b any) bool

func (v *Value) check(what string, val any) (old any) {
	if val == nil {
		panic("sync/atomic: " + what + " of nil value into Value")
	}
	old = loadAny(&v.v)
	if old != nil && !sameType(old, val) {
		panic("sync/atomic: " + what + " of inconsistently typed value into Value")
	}
	return old
}

func (v *Value) Load() (val any) { return loadAny(&v.v) }

func (v *Value) Store(val any) {
	v.check("store", val)
	storeAny(&v.v, val)
}

func (v *Value) Swap(new any) (old any) {
	old = v.check("swap", new)
	storeAny(&v.v, new)
	return old
}

func (v *Value) CompareAndSwap(old, new any) (swapped bool) {
	if new == nil {
		panic("sync/atomic: compare and swap of nil value into Value")
	}
	if old != nil && !sameType(old, new) {
		panic("sync/atomic: compare and swap of inconsistently typed values")
	}
	now := v.check("compare and swap", new)
	if now != old {
		return false
	}
	storeAny(&v.v, new)
	return true
}
