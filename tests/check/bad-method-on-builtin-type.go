package main

func (n int) Double() int { return 2 * n } // ERROR "cannot define new methods on non-local type int"

func main() {
}
