package main

import "fmt"

func main() {
	work := func(id int) {
		result := id * 2 // ERROR "declared and not used: result"
	}
	for i := range 3 {
		work(i)
	}
	fmt.Println("done")
}
