package main

type list = []list // ERROR "invalid recursive type: list refers to itself"

func main() {
}
