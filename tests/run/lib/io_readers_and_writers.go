package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
)

type upper struct{ r io.Reader }

func (u upper) Read(p []byte) (int, error) {
	n, err := u.r.Read(p)
	copy(p, bytes.ToUpper(p[:n]))
	return n, err
}

func main() {
	data, err := io.ReadAll(upper{strings.NewReader("some text")})
	fmt.Println(string(data), err)
	pr, pw := io.Pipe()
	go func() {
		fmt.Fprint(pw, "through the pipe")
		pw.Close()
	}()
	data, _ = io.ReadAll(pr)
	fmt.Println(string(data))
	var a, b strings.Builder
	n, err := io.Copy(io.MultiWriter(&a, &b), io.LimitReader(strings.NewReader("abcdef"), 4))
	fmt.Println(n, err, a.String(), b.String())
	io.WriteString(os.Stdout, "direct\n")
	fmt.Fprintln(os.Stderr, "to stderr")
	w := bufio.NewWriter(os.Stdout)
	fmt.Fprintf(w, "buffered %d\n", 1)
	w.Flush()
	r := bufio.NewReader(strings.NewReader("l1\nl2"))
	l, err := r.ReadString('\n')
	fmt.Printf("%q %v\n", l, err)
	l, err = r.ReadString('\n')
	fmt.Printf("%q %v\n", l, err)
	sc := bufio.NewScanner(strings.NewReader("a b\nc"))
	sc.Split(bufio.ScanWords)
	for sc.Scan() {
		fmt.Print(sc.Text(), "|")
	}
	fmt.Println(io.EOF, io.Discard != nil)
	tee := io.TeeReader(strings.NewReader("tee"), &a)
	io.ReadAll(tee)
	fmt.Println(a.String())
	_, err = io.ReadFull(strings.NewReader("ab"), make([]byte, 5))
	fmt.Println(err)
}
