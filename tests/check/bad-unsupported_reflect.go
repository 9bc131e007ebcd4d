//test: go=no left out here on purpose
package main

import (
	"fmt"
	"reflect" // ERROR "package reflect is not supported: use type switches, interfaces or generics; fmt.Printf with %T and %v prints types and values"
)

func main() {
	fmt.Println(reflect.TypeOf(1))
}
