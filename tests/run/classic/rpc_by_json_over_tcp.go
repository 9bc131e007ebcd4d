package main

import (
	"encoding/json"
	"fmt"
	"net"
	"sync"
)

type Request struct {
	ID   int
	Op   string
	A, B float64
}
type Response struct {
	ID     int
	Result float64
	Err    string `json:",omitempty"`
}

func serve(c net.Conn) {
	defer c.Close()
	dec, enc := json.NewDecoder(c), json.NewEncoder(c)
	for {
		var r Request
		if dec.Decode(&r) != nil {
			return
		}
		resp := Response{ID: r.ID}
		switch r.Op {
		case "add":
			resp.Result = r.A + r.B
		case "div":
			if r.B == 0 {
				resp.Err = "division by zero"
			} else {
				resp.Result = r.A / r.B
			}
		default:
			resp.Err = "unknown op " + r.Op
		}
		enc.Encode(resp)
	}
}
func main() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go serve(c)
		}
	}()
	c, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		panic(err)
	}
	enc, dec := json.NewEncoder(c), json.NewDecoder(c)
	var mu sync.Mutex
	waiting := map[int]chan Response{}
	go func() {
		for {
			var r Response
			if dec.Decode(&r) != nil {
				return
			}
			mu.Lock()
			w := waiting[r.ID]
			delete(waiting, r.ID)
			mu.Unlock()
			w <- r
		}
	}()
	call := func(id int, op string, a, b float64) Response {
		w := make(chan Response, 1)
		mu.Lock()
		waiting[id] = w
		enc.Encode(Request{id, op, a, b})
		mu.Unlock()
		return <-w
	}
	fmt.Println(call(1, "add", 1, 2), call(2, "div", 1, 0), call(3, "mul", 1, 2))
	sums := make([]float64, 10)
	var wg sync.WaitGroup
	for i := range sums {
		wg.Add(1)
		go func() { defer wg.Done(); sums[i] = call(100+i, "add", float64(i), 0.5).Result }()
	}
	wg.Wait()
	fmt.Println(sums)
	c.Close()
	l.Close()
}
