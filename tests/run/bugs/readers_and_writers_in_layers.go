// What io and bufio do when their readers and writers are their own kind, or can do more than they must.
package main

import (
	"bufio"
	"fmt"
	"io"
	"net/url"
	"strings"
)

type chatty struct{ calls []string }

func (c *chatty) Write(p []byte) (int, error) {
	c.calls = append(c.calls, "Write "+string(p))
	return len(p), nil
}

func (c *chatty) WriteString(s string) (int, error) {
	c.calls = append(c.calls, "WriteString "+s)
	return len(s), nil
}

type negative struct{}

func (negative) Read([]byte) (int, error) { return -1, nil }

func main() {
	c := &chatty{}
	io.WriteString(io.MultiWriter(io.Discard, io.MultiWriter(c, io.Discard)), "through")
	w := bufio.NewWriterSize(c, 4)
	w.WriteString("longer than four")
	fmt.Println(c.calls)

	all := io.MultiReader(strings.NewReader("a"), io.MultiReader(strings.NewReader("b"), strings.NewReader("c")))
	text, err := io.ReadAll(all)
	fmt.Println(string(text), err)
	_, ok := io.NopCloser(strings.NewReader("")).(io.WriterTo)
	fmt.Println(ok)

	line, more, _ := bufio.NewReaderSize(strings.NewReader("0123456789abcde\r\nnext"), 16).ReadLine()
	fmt.Printf("%q %v\n", line, more)
	func() {
		defer func() { fmt.Println(recover()) }()
		bufio.NewReader(negative{}).ReadByte()
	}()
	r := bufio.NewReader(strings.NewReader("kept"))
	r.Reset(r)
	text, _ = io.ReadAll(r)
	fmt.Println(string(text))

	base, _ := url.Parse("http://example.com/directory/")
	ref, _ := url.Parse("../../..//search?q=go")
	fmt.Println(base.ResolveReference(ref), url.PathEscape("a/b+c&d,e"))
}
