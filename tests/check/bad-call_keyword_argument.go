package main

import "fmt"

func connect(host string, port int) { fmt.Println(host, port) }

func main() {
	connect(host: "localhost", port: 80) // ERROR "syntax error: unexpected : in argument list;"
}
