//test: order=any
// A collection may come earlier than it is asked for.
// SetFinalizer and AddCleanup: called after a collection that finds the object unreachable, not before; an
// object waits for those that lead to it; a variable that is not used any more keeps nothing alive.
package main

import (
	"fmt"
	"runtime"
	"time"
)

type file struct {
	name string
	next *file
}

func open(name string) *file {
	f := &file{name: name}
	runtime.SetFinalizer(f, func(f *file) { fmt.Println("closing", f.name) })
	return f
}

func collect() {
	runtime.GC()
	time.Sleep(10 * time.Millisecond)
}

func withCleanup() {
	c := &file{name: "c"}
	runtime.AddCleanup(c, func(n int) { fmt.Println("cleanup", n) }, 42)
	stopped := runtime.AddCleanup(c, func(n int) { fmt.Println("cleanup", n) }, 43)
	stopped.Stop()
	runtime.KeepAlive(c)
}

func main() {
	a := open("a")
	fmt.Println("opened", a.name)
	collect()
	b := open("b")
	collect()
	fmt.Println("b is still", b.name)
	b = nil
	collect()

	front, back := open("front"), open("back")
	front.next = back
	_, _ = front, back
	collect()
	fmt.Println("the next one comes later")
	collect()

	withCleanup()
	collect()

	kept := open("kept")
	collect()
	runtime.KeepAlive(kept)
	runtime.SetFinalizer(kept, nil)
	collect()

	any1 := &file{name: "through an interface"}
	runtime.SetFinalizer(any1, func(v any) { fmt.Println("closing", v.(*file).name) })
	collect()
	fmt.Println("goroutines:", runtime.NumGoroutine())
}
