package main

import (
	"fmt"
	"time"
)

const step = 250

func main() {
	d := step * time.Millisecond
	fmt.Println(d, 2*d, d.Seconds())
}
