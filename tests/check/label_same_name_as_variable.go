package main

import "fmt"

func main() {
	loop := 2
loop:
	for i := range 5 {
		if i == loop {
			break loop
		}
		fmt.Println(i)
	}
}
