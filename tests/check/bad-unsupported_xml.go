//test: go=no encoding/xml is left out
package main

import (
	"encoding/xml"
	"fmt"
)

func main() {
	data, err := xml.Marshal([]int{1})
	fmt.Println(string(data), err)
}
