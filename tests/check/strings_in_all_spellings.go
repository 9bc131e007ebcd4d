package main

import "fmt"

func main() {
	fmt.Println("tab\tquote\"", `raw \n "text"`, "\x41\101\u00e9\U0001F600", len("日本"))
}
