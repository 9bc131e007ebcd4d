package main

func main() {
	m := map[int]int{}
	copy(m, m) // ERROR "invalid argument: copy expects slice arguments; found m (variable of type map[int]int) and m (variable of type map[int]int)"
}
