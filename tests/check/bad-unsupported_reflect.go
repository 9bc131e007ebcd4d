//test: go=no reflect is left out
package main

import (
	"fmt"
	"reflect"
)

func main() {
	fmt.Println(reflect.TypeOf(3), reflect.DeepEqual([]int{1}, []int{1}))
}
