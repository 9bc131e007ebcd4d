package main

func main() {
	n := 1
	switch n {
	case "one": // ERROR "cannot convert \"one\" (untyped string constant) to type int"
	}
}
