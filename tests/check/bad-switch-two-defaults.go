package main

func main() {
	switch 1 {
	default:
	default: // ERROR "multiple defaults (first at ./prog.go:5:2)"
	}
}
