//test: go=no real Go builds a library from it without a word
package worker

import "fmt"

func main() {
	fmt.Println("never starts")
}
