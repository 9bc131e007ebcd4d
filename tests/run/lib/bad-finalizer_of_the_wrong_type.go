// SetFinalizer ends the program when the function cannot take the object.
package main

import "runtime"

func main() {
	x := new(int)
	runtime.SetFinalizer(x, func(s *string) {})
}
