//test: go=no encoding/json is left out
package main

import (
	"encoding/json"
	"fmt"
)

func main() {
	data, err := json.Marshal(map[string]int{"a": 1})
	fmt.Println(string(data), err)
}
