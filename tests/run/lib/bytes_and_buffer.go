package main

import (
	"bytes"
	"fmt"
	"io"
)

func main() {
	var b bytes.Buffer
	b.WriteString("hello ")
	b.Write([]byte("world\nsecond"))
	b.WriteByte('!')
	b.WriteRune('é')
	fmt.Println(b.String(), b.Len())
	line, err := b.ReadString('\n')
	fmt.Printf("%q %v\n", line, err)
	p := make([]byte, 3)
	n, _ := b.Read(p)
	fmt.Println(n, string(p), b.String())
	b.Reset()
	_, err = b.ReadByte()
	fmt.Println(err == io.EOF, bytes.Equal([]byte("a"), []byte("a")), bytes.Contains([]byte("abc"), []byte("b")))
	fmt.Println(string(bytes.ToUpper([]byte("abc"))), bytes.Compare([]byte("a"), []byte("b")), string(bytes.TrimSpace([]byte(" x "))), bytes.IndexByte([]byte("abc"), 'c'))
	fmt.Printf("%q %s\n", bytes.Split([]byte("a,b"), []byte(",")), bytes.Join([][]byte{[]byte("x"), []byte("y")}, []byte("-")))
	fmt.Fprintf(&b, "%03d", 7)
	fmt.Println(b.String())
}
