package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

func main() {
	root, cancel := context.WithCancel(context.Background())
	child, cancelChild := context.WithCancel(root)
	defer cancelChild()
	grand := context.WithValue(child, "k", "v")
	fmt.Println(root.Err(), child.Err(), grand.Value("k"), grand.Value("x"))
	var wg sync.WaitGroup
	for _, c := range []context.Context{root, child, grand} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			<-c.Done()
		}()
	}
	cancel()
	wg.Wait()
	fmt.Println(root.Err(), child.Err(), grand.Err(), errors.Is(child.Err(), context.Canceled))
	cancel()
	late, _ := context.WithCancel(root)
	fmt.Println(late.Err())
}
