// What a program asks the outside world for may hold blanks and quotes; every build must read it the same.
//
//test: go=no the input comes from the directive
package main

import (
	"bufio"
	"fmt"
	"os"
)

//sluice:input stdin at=10ms text="two words, and \"quotes\"\n"
func main() {
	scanner := bufio.NewScanner(os.Stdin)
	for scanner.Scan() {
		fmt.Printf("%q\n", scanner.Text())
		return
	}
}
