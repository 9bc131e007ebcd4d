package main

func main() {
	result := 42 // ERROR "declared and not used: result"
}
