package main

type p *int

func (x p) get() int { return 0 } // ERROR "invalid receiver type p (pointer or interface type)"

func main() {
}
