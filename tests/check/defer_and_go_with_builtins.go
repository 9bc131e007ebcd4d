package main

import "fmt"

func main() {
	ch := make(chan int)
	m := map[string]int{"a": 1}
	func() {
		defer close(ch)
		defer delete(m, "a")
		defer print("")
	}()
	_, ok := <-ch
	fmt.Println(ok, len(m))
}
