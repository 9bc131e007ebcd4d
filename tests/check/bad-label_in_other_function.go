package main

import "fmt"

func main() {
outer: // ERROR "label outer defined and not used"
	for i := range 2 {
		func() {
			fmt.Println(i)
			break outer // ERROR "break label not defined: outer"
		}()
	}
}
