// os.Pipe: a test's way to read what the program prints; the writer waits while the pipe is full.
package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"
)

func capture(f func()) string {
	r, w, err := os.Pipe()
	if err != nil {
		panic(err)
	}
	old := os.Stdout
	os.Stdout = w
	text := make(chan string)
	go func() {
		data, _ := io.ReadAll(r)
		text <- string(data)
	}()
	f()
	w.Close()
	os.Stdout = old
	return <-text
}

func main() {
	fmt.Printf("%q\n", capture(func() { fmt.Println("hidden"); fmt.Fprint(os.Stdout, "too") }))
	fmt.Println(len(capture(func() { fmt.Print(strings.Repeat("x", 200_000)) })))

	r, w, _ := os.Pipe()
	go func() {
		defer w.Close()
		for i := range 3 {
			fmt.Fprintf(w, "line %d\n", i)
		}
	}()
	for lines := bufio.NewScanner(r); lines.Scan(); {
		fmt.Println(lines.Text())
	}
	r.Close()
	_, err := r.Read(make([]byte, 1))
	fmt.Println(err)
	r, w, _ = os.Pipe()
	r.Close()
	_, err = w.WriteString("nobody")
	fmt.Println(err)
}
