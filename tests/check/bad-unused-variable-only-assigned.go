package main

func main() {
	var err error // ERROR "declared and not used: err"
	err = nil
}
