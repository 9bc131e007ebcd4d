package main

import "time"

func main() {
	t := time.NewTicker(time.Second)
	<-t // ERROR "invalid operation: cannot receive from non-channel t (variable of type *time.Ticker)"
}
