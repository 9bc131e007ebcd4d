// A panic of its own after a recovered nil dereference: the signal is still told.
package main

import "fmt"

func main() {
	defer func() {
		fmt.Println("cleaning up after", recover())
		panic("given up")
	}()
	var p *int
	fmt.Println(*p)
}
