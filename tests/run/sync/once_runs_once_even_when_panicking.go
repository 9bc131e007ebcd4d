package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var once sync.Once
	var wg sync.WaitGroup
	for i := range 5 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			once.Do(func() {
				time.Sleep(time.Millisecond)
				fmt.Println("only once")
			})
			_ = i
		}()
	}
	wg.Wait()
	var o2 sync.Once
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		o2.Do(func() { panic("in once") })
	}()
	o2.Do(func() { fmt.Println("never") })
	v := sync.OnceValue(func() int { fmt.Println("computing"); return 42 })
	fmt.Println(v(), v())
	f := sync.OnceFunc(func() { fmt.Println("once func") })
	f()
	f()
	vs := sync.OnceValues(func() (string, error) { return "x", nil })
	fmt.Println(vs())
}
