package main

import "fmt"

type cat struct{ name string }
type dog struct{ name string }

func main() {
	fmt.Println(cat{"tom"} == dog{"rex"}) // ERROR "invalid operation: cat{…} == dog{…} (mismatched"
}
