package main

type job struct{}

type job int // ERROR "job redeclared in this block"

func main() {
}
