package main

import "fmt"

type celsius struct{ degrees float64 }
type reading struct{ degrees float64 }

func main() {
	r := reading(celsius{20.5})
	var anonymous struct{ degrees float64 } = r
	fmt.Println(r, anonymous)
}
