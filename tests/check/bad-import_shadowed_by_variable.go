package main

import (
	"fmt"
	"strings" // ERROR `"strings" imported and not used`
)

func main() {
	strings := []string{"a", "b"}
	fmt.Println(strings.Join(strings, ",")) // ERROR "strings.Join undefined (type []string has no field"
}
