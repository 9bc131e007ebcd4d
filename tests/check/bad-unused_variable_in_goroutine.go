package main

func main() {
	go func() {
		value := 1 // ERROR "declared and not used: value"
	}()
}
