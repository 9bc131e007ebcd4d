package main

func check() error {
	return "failed" // ERROR "cannot use \"failed\" (constant of type string) as error value in return statement: string does not implement error (missing method Error)"
}

func main() {
}
