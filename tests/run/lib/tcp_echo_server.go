// A server that answers every line of a connection, and a listener closed while nobody waits.
package main

import (
	"bufio"
	"fmt"
	"net"
)

func main() {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	go func() {
		for {
			c, err := ln.Accept()
			if err != nil {
				return
			}
			go func() {
				defer c.Close()
				s := bufio.NewScanner(c)
				for s.Scan() {
					fmt.Fprintln(c, "echo", s.Text())
				}
			}()
		}
	}()
	c, err := net.Dial("tcp", ln.Addr().String())
	if err != nil {
		panic(err)
	}
	fmt.Fprintln(c, "one")
	l, _ := bufio.NewReader(c).ReadString('\n')
	fmt.Print(l)
	c.Close()
	ln.Close()
	_, err = ln.Accept()
	fmt.Println(err != nil)
}
