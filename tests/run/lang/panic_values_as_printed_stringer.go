package main

type S struct{ code int }

func (s S) String() string { return "stringer" }

func main() { panic(S{7}) }
