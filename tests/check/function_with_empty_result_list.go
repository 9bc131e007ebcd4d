package main

import "fmt"

type counter struct{ n int }

func Inc(c *counter) () {
	c.n++
}

func main() {
	c := counter{}
	Inc(&c)
	fmt.Println(c)
}
