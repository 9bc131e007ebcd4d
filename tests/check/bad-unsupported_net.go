//test: go=no the network is simulated by net/http alone
package main

import (
	"fmt"
	"net"
)

func main() {
	l, err := net.Listen("tcp", ":8080")
	fmt.Println(l, err)
}
