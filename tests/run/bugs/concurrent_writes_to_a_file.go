// Writes of several goroutines to one file do not overwrite each other.
package main

import (
	"bytes"
	"fmt"
	"os"
	"sync"
)

func main() {
	f, err := os.CreateTemp("", "log")
	if err != nil {
		panic(err)
	}
	defer os.Remove(f.Name())
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			fmt.Fprintf(f, "line %02d\n", i)
		}()
	}
	wg.Wait()
	f.Close()
	data, _ := os.ReadFile(f.Name())
	fmt.Println(len(data), bytes.Count(data, []byte("\n")))
}
