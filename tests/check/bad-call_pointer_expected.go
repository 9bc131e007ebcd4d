package main

type counter struct{ n int }

func inc(c *counter) { c.n++ }

func main() {
	var c counter
	inc(c) // ERROR "cannot use c (variable of struct type counter) as *counter value in argument to inc"
}
