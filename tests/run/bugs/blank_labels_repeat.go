// Blank labels declare nothing, so a function can have several.
package main

import "fmt"

func main() {
_:
	for i := range 2 {
	_:
		fmt.Println(i)
	}
_:
	fmt.Println("end")
}
