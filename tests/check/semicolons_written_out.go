package main

import "fmt"

func main() { a := 1; b := 2; if a < b { fmt.Println("less"); }; for i := 0; i < 1; i++ { fmt.Println(i); }; }
