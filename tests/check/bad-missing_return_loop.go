package main

func find(s []int) int {
	for _, v := range s {
		return v
	}
} // ERROR "missing return"

func main() {
}
