package main

func main() {
	f := func() {}
	switch f {
	case f: // ERROR "invalid case f in switch on f (func can only be compared to nil)"
	}
}
