package main

import "fmt"

type stats struct{ hits int }

func main() {
	pages := map[string]stats{"/": {1}}
	pages["/"].hits++ // ERROR `cannot assign to struct field pages["/"].hits in`
	fmt.Println(pages)
}
