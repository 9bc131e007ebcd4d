package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"strings"
	"sync"
)

func handle(c net.Conn) {
	defer c.Close()
	s := bufio.NewScanner(c)
	for s.Scan() {
		fmt.Fprintln(c, "echo:", strings.ToUpper(s.Text()))
	}
}
func main() {
	l, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		panic(err)
	}
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go handle(c)
		}
	}()
	var wg sync.WaitGroup
	out := make([]string, 5)
	for i := range 5 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			c, err := net.Dial("tcp", l.Addr().String())
			if err != nil {
				panic(err)
			}
			defer c.Close()
			fmt.Fprintf(c, "hi %d\n", i)
			r, err := bufio.NewReader(c).ReadString('\n')
			out[i] = r
			if err != nil {
				panic(err)
			}
		}()
	}
	wg.Wait()
	fmt.Print(strings.Join(out, ""))
	l.Close()
	_, err = net.Dial("tcp", l.Addr().String())
	fmt.Println(err != nil, strings.HasSuffix(err.Error(), "connect: connection refused"))
	_, err = l.Accept()
	fmt.Println(strings.Contains(err.Error(), "use of closed network connection"))
	_ = io.EOF
}
