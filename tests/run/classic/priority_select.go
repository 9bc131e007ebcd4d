package main

import "fmt"

func main() {
	high, low := make(chan int, 10), make(chan int, 10)
	for i := range 5 {
		high <- i
		low <- i
	}
	var got []string
	for range 10 {
		select {
		case v := <-high:
			got = append(got, fmt.Sprint("h", v))
			continue
		default:
		}
		select {
		case v := <-high:
			got = append(got, fmt.Sprint("h", v))
		case v := <-low:
			got = append(got, fmt.Sprint("l", v))
		}
	}
	fmt.Println(got)
}
