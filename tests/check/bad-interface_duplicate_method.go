package main

type reader interface {
	Read()
	Read() // ERROR "duplicate method Read"
}

func main() {
}
