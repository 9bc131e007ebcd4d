package main

func main() {
	make(chan int) // ERROR "make(chan int) (value of type chan int) is not used"
}
