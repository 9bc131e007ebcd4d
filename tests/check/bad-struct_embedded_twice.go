package main

import (
	"fmt"
	"sync"
)

type cache struct {
	sync.Mutex
	*sync.Mutex // ERROR "Mutex redeclared"
}

func main() {
	fmt.Println(&cache{} != nil)
}
