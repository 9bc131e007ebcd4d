package main

func main() {
	var v any = 1
	v.Run() // ERROR "v.Run undefined (type any has no field or method Run)"
}
