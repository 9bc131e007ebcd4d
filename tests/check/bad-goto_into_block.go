package main

func main() {
	goto inner // ERROR "goto inner jumps into block starting at ./prog.go:5:2"
	{
	inner:
	}
}
