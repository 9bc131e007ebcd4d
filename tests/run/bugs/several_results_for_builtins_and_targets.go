// Calls with several results as operands of builtins, and their targets evaluated before they are assigned.
package main

import (
	"fmt"
	"strconv"
)

func halves() ([]byte, string)            { return window, "abc" }
func entry() (map[string]int, string)     { return ages, "Ada" }
func appended() ([]int, int, int)         { return []int{1}, 2, 3 }
func pointer() (*int, int)                { return nil, 42 }
func named(trace string, p *error) *error { fmt.Println(trace); return p }
func key(name string) string              { fmt.Println("key", name); return name }

var window = make([]byte, 5)
var ages = map[string]int{"Ada": 36, "Alan": 41}

func main() {
	fmt.Println(copy(halves()), window)
	delete(entry())
	fmt.Println(ages)
	fmt.Println(append(appended()))
	p := new(int)
	q := p
	p, *p = pointer()
	fmt.Println(p == nil, *q)
	numbers := map[string]int{}
	var err error
	numbers[key("a")], *named("err", &err) = strconv.Atoi("17")
	fmt.Println(numbers, err)
}
