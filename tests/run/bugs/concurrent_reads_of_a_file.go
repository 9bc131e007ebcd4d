// Goroutines that read one open file get each of its bytes once.
package main

import (
	"fmt"
	"os"
	"sync"
	"sync/atomic"
)

func main() {
	f, err := os.CreateTemp("", "numbers")
	if err != nil {
		panic(err)
	}
	defer os.Remove(f.Name())
	want := 0
	for i := range 200 {
		f.Write([]byte{byte(i)})
		want += i
	}
	f.Seek(0, 0)
	var wg sync.WaitGroup
	var sum, count atomic.Int64
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			b := make([]byte, 3)
			for {
				n, err := f.Read(b)
				for _, c := range b[:n] {
					sum.Add(int64(c))
					count.Add(1)
				}
				if err != nil {
					return
				}
			}
		}()
	}
	wg.Wait()
	fmt.Println(count.Load(), sum.Load() == int64(want))
	at := make([]byte, 2)
	n, err := f.ReadAt(at, 198)
	fmt.Println(n, err, at)
}
