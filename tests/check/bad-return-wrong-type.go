package main

func name() string {
	return 5 // ERROR "cannot use 5 (untyped int constant) as string value in return statement"
}

func main() {
}
