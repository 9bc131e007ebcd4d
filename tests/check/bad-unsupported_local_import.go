//test: go=no left out here on purpose
package main

import "./worker" // ERROR "package ./worker is not supported: a program is one package in one file; put its code into this file"

func main() {
	worker.Run()
}
