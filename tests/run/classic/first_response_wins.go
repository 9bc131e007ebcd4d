//test: seeds=200 reach=2

package main

import "fmt"

func main() {
	c := make(chan string, 3)
	for _, s := range []string{"one", "two", "three"} {
		go func() { c <- s }()
	}
	fmt.Println(<-c)
}
