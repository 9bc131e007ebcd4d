package main

func main() {
	select {
	default:
	default: // ERROR "multiple defaults (first at ./prog.go:5:2)"
	}
}
