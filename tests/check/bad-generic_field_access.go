package main

type named interface{ ~struct{ name string } }

func get[T named](v T) string { return v.name } // ERROR "v.name undefined (type T has no field or method name)"

func main() {
}
