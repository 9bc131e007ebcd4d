package main

import "fmt"

type Writer interface{ Write(p []byte) (int, error) }

type file struct{}

func (file) Write(p string) error { return nil }

func save(w Writer) { fmt.Println("saved") }

func main() {
	save(file{}) // ERROR "cannot use file{} (value of struct type file) as"
}
