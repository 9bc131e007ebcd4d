package main

import (
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"time"
)

func main() {
	l, _ := net.Listen("tcp", "127.0.0.1:0")
	defer l.Close()
	go func() { c, _ := l.Accept(); io.Copy(c, c); c.Close() }()
	c, _ := net.DialTimeout("tcp", l.Addr().String(), time.Second)
	c.SetReadDeadline(time.Now().Add(20 * time.Millisecond))
	b := make([]byte, 10)
	_, err := c.Read(b)
	var ne net.Error
	fmt.Println(errors.As(err, &ne) && ne.Timeout(), errors.Is(err, os.ErrDeadlineExceeded))
	c.SetReadDeadline(time.Time{})
	c.Write([]byte("abc"))
	n, err := io.ReadFull(c, b[:3])
	fmt.Println(n, err, string(b[:n]))
	c.(*net.TCPConn).CloseWrite()
	n, err = c.Read(b)
	fmt.Println(n, err)
	c.Close()
	_, err = c.Write(b)
	fmt.Println(errors.Is(err, net.ErrClosed))
	fmt.Println(c.Close() != nil)
	_, err = net.Listen("tcp", l.Addr().String())
	fmt.Println(err != nil)
	_, err = net.Listen("udpx", ":1")
	fmt.Println(err)
	_, err = net.Dial("tcp", "localhost")
	fmt.Println(err)
	h, p, err := net.SplitHostPort("[::1]:80")
	fmt.Println(h, p, err, net.JoinHostPort("::1", "80"))
	_, _, err = net.SplitHostPort("a:b:c")
	fmt.Println(err)
	fmt.Println(net.ParseIP("10.0.0.1"), net.ParseIP("x"))
	a, b2 := net.Pipe()
	go func() { a.Write([]byte("pipe")); a.Close() }()
	all, err := io.ReadAll(b2)
	fmt.Println(string(all), err, a.LocalAddr(), a.LocalAddr().Network())
}
