package main

func main() {
	for {
		break outer // ERROR "break label not defined: outer"
	}
}
