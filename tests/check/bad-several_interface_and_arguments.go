package main

import "fmt"

type store interface {
	Get(key string) (string, bool)
	Put(key, value string)
}

type memory map[string]string

func (m memory) Get(key string) string { return m[key] }

func use(s store, n int) { fmt.Println(s, n) }

func main() {
	use(memory{}) // ERROR "not enough arguments in call to use"
	use(memory{}, 3) // ERROR "cannot use memory{} (value of map type memory) as"
	use(3, memory{}) // ERROR "cannot use 3 (constant of type int) as store value" "cannot use memory{} (value of map type memory) as"
}
