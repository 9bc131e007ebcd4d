//test: go=no plugins cannot be loaded here
package main

import (
	"fmt"
	"plugin"
)

func main() {
	p, err := plugin.Open("greeter.so")
	fmt.Println(p, err)
}
