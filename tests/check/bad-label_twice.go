package main

func main() {
a:
	for {
		break a
	}
a: // ERROR "label a already defined at ./prog.go:4:1"
	for {
		break a // ERROR "invalid break label a"
	}
}
