//test: go=no complex numbers are left out
package main

import "fmt"

func abs(z complex64) float32 { return 0 }

func main() {
	fmt.Println(abs(0))
}
