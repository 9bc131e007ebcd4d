package main

func later(n int) // ERROR "missing function body"

func main() {
}
