package main

type i interface{ M() }

func (x i) N() {} // ERROR "invalid receiver type i (pointer or interface type)"

func main() {
}
