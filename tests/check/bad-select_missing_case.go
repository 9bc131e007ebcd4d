package main

import "fmt"

func main() {
	ch := make(chan int)
	select {
		v := <-ch // ERROR "syntax error: unexpected name v, expected case or"
		fmt.Println(v)
	} // ERROR "syntax error: unexpected }, expected :"
}
