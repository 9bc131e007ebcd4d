package main

import "time"

func main() {
	time.Sleep("1s") // ERROR "cannot use \"1s\" (untyped string constant) as time.Duration value in argument to time.Sleep"
}
