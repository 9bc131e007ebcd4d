package main

import "fmt"

func main() {
	for i := range 3 {
		func() {
			if i == 1 {
				break // ERROR "break is not in a loop, switch, or select"
			}
			fmt.Println(i)
		}()
	}
}
