package main

import (
	"fmt"
	"log"
	"os"
)

func main() {
	log.SetFlags(0)
	log.Println("plain", 1)
	log.SetPrefix("pre: ")
	log.Printf("x=%d", 5)
	l := log.New(os.Stdout, "[app] ", log.Lmsgprefix)
	l.Print("to stdout")
	defer fmt.Println("not run")
	log.Fatalf("fatal %d", 7)
}
