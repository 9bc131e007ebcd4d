//test: args=one two
//test: go=any

package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Println(len(os.Args), os.Args[1:], os.Getenv("SURELY_NOT_SET") == "")
	_, ok := os.LookupEnv("SURELY_NOT_SET")
	fmt.Println(ok)
}
