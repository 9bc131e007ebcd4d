package main

import (
	"fmt"
	"net"
	"sort"
	"sync"
)

func main() {
	var listeners []net.Listener
	open := map[int]bool{}
	for range 3 {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			panic(err)
		}
		listeners = append(listeners, l)
		open[l.Addr().(*net.TCPAddr).Port] = true
	}
	first := listeners[0].Addr().(*net.TCPAddr).Port
	ports := make(chan int, 10)
	results := make(chan int)
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for p := range ports {
				conn, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", p))
				if err != nil {
					results <- 0
					continue
				}
				conn.Close()
				results <- p
			}
		}()
	}
	go func() {
		for p := range open {
			ports <- p
		}
		_ = first
		close(ports)
		wg.Wait()
		close(results)
	}()
	var found []int
	for p := range results {
		if p != 0 {
			found = append(found, p)
		}
	}
	sort.Ints(found)
	ok := len(found) == 3
	for _, p := range found {
		ok = ok && open[p]
	}
	fmt.Println(len(found), ok)
	for _, l := range listeners {
		l.Close()
	}
	_, err := net.Dial("tcp", listeners[0].Addr().String())
	fmt.Println(err != nil)
}
