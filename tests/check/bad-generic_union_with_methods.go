package main

import "fmt"

type Shower interface{ Show() string }

type Either interface {
	int | Shower // ERROR "cannot use main.Shower in union (main.Shower"
}

func Print[T Either](x T) { fmt.Println(x) }

func main() {
	Print(1)
}
