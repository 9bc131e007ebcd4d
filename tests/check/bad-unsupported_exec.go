//test: go=no other programs cannot be started here
package main

import (
	"fmt"
	"os/exec"
)

func main() {
	out, err := exec.Command("ls").Output()
	fmt.Println(string(out), err)
}
