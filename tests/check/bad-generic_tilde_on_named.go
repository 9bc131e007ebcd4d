package main

type my int

type c interface{ ~my } // ERROR "invalid use of ~ (underlying type of my is int)"

func main() {
}
