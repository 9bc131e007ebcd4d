package main

import (
	"fmt"
	"time"
)

func main() {
	factor := 1.5
	d := factor * time.Second // ERROR "invalid operation: factor * time.Second"
	fmt.Println(d)
}
