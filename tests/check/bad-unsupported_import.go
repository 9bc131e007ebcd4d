//test: go=no left out here on purpose
package main

import (
	"encoding/json" // ERROR "package encoding/json is not supported: use fmt.Sprintf with %v or %+v to look at values"
	"fmt"
)

func main() {
	b, err := json.Marshal(1)
	fmt.Println(b, err)
}
