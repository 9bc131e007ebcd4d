package main

import "fmt"

func main() {
	var job Job // ERROR "undefined: Job"
	fmt.Println(job)
}
