package main

import "fmt"

type Reader interface{ Read() string }
type ReadCloser interface {
	Reader
	Close()
}

func main() {
	var r Reader
	var rc ReadCloser = r // ERROR "cannot use r (variable of interface type Reader)"
	fmt.Println(rc)
}
