package main

func main() {
	compute(3) // ERROR "undefined: compute"
}
