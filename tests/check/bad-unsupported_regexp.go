//test: go=no regexp is left out
package main

import (
	"fmt"
	"regexp"
)

func main() {
	fmt.Println(regexp.MustCompile(`a+`).FindString("baab"))
}
