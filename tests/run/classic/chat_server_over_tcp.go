package main

import (
	"bufio"
	"fmt"
	"net"
	"sort"
	"time"
)

type client chan<- string

var (
	entering = make(chan client)
	leaving  = make(chan client)
	messages = make(chan string)
)

func broadcaster() {
	clients := make(map[client]bool)
	for {
		select {
		case msg := <-messages:
			for cli := range clients {
				cli <- msg
			}
		case cli := <-entering:
			clients[cli] = true
		case cli := <-leaving:
			delete(clients, cli)
			close(cli)
		}
	}
}
func handleConn(conn net.Conn) {
	ch := make(chan string)
	go clientWriter(conn, ch)
	in := bufio.NewScanner(conn)
	in.Scan()
	who := in.Text()
	ch <- "You are " + who
	messages <- who + " has arrived"
	entering <- ch
	for in.Scan() {
		messages <- who + ": " + in.Text()
	}
	leaving <- ch
	messages <- who + " has left"
	conn.Close()
}
func clientWriter(conn net.Conn, ch <-chan string) {
	for msg := range ch {
		fmt.Fprintln(conn, msg)
	}
}
func main() {
	listener, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		panic(err)
	}
	go broadcaster()
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				continue
			}
			go handleConn(conn)
		}
	}()
	got := make(chan string, 100)
	join := func(name string) net.Conn {
		c, _ := net.Dial("tcp", listener.Addr().String())
		fmt.Fprintln(c, name)
		go func() {
			s := bufio.NewScanner(c)
			for s.Scan() {
				got <- name + "<" + s.Text()
			}
		}()
		time.Sleep(20 * time.Millisecond)
		return c
	}
	a := join("ann")
	b := join("bob")
	fmt.Fprintln(a, "hello")
	time.Sleep(20 * time.Millisecond)
	b.Close()
	time.Sleep(20 * time.Millisecond)
	close(got)
	var all []string
	for s := range got {
		all = append(all, s)
	}
	sort.Strings(all)
	for _, s := range all {
		fmt.Println(s)
	}
}
