package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

func check(e error) {
	if e != nil {
		panic(e)
	}
}
func main() {
	dir, err := os.MkdirTemp("", "sample")
	check(err)
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "dat")
	check(os.WriteFile(path, []byte("hello\ngo\n"), 0644))
	dat, err := os.ReadFile(path)
	check(err)
	fmt.Print(string(dat))
	f, err := os.Open(path)
	check(err)
	b1 := make([]byte, 5)
	n1, err := f.Read(b1)
	check(err)
	fmt.Printf("%d bytes: %s\n", n1, string(b1[:n1]))
	o2, err := f.Seek(6, io.SeekStart)
	check(err)
	b2 := make([]byte, 2)
	n2, err := f.Read(b2)
	check(err)
	fmt.Printf("%d bytes @ %d: %v\n", n2, o2, string(b2[:n2]))
	_, err = f.Seek(0, io.SeekStart)
	check(err)
	r4 := bufio.NewReader(f)
	b4, err := r4.Peek(5)
	check(err)
	fmt.Printf("5 bytes: %s\n", string(b4))
	f.Close()
	_, err = f.Read(b1)
	fmt.Println(errors.Is(err, os.ErrClosed))
	g, err := os.Create(filepath.Join(dir, "dat2"))
	check(err)
	n3, err := g.WriteString("writes\n")
	check(err)
	fmt.Printf("wrote %d bytes\n", n3)
	g.Sync()
	w := bufio.NewWriter(g)
	n4, err := w.WriteString("buffered\n")
	check(err)
	fmt.Printf("wrote %d bytes\n", n4)
	w.Flush()
	g.Close()
	check(os.Mkdir(filepath.Join(dir, "sub"), 0755))
	check(os.MkdirAll(filepath.Join(dir, "sub/parent/child"), 0755))
	check(os.WriteFile(filepath.Join(dir, "sub/parent/file2"), []byte(""), 0644))
	es, err := os.ReadDir(dir)
	check(err)
	for _, e := range es {
		fmt.Println(" ", e.Name(), e.IsDir())
	}
	err = filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, p)
		fmt.Println(" ", rel, d.IsDir())
		return nil
	})
	check(err)
	err = filepath.Walk(dir, func(p string, info os.FileInfo, err error) error {
		if err != nil {
			return err
		}
		if info.Mode().IsRegular() {
			fmt.Println(info.Name(), info.Size(), info.Mode())
		}
		return nil
	})
	check(err)
	_, err = os.Stat(filepath.Join(dir, "nope"))
	fmt.Println(os.IsNotExist(err), errors.Is(err, fs.ErrNotExist))
	var pe *fs.PathError
	fmt.Println(errors.As(err, &pe), pe.Op, pe.Err)
	_, err = os.Open("/no/such/file")
	fmt.Println(err)
	_, err = os.ReadFile("nope.txt")
	fmt.Println(err)
	fi, _ := os.Stat(path)
	fmt.Println(fi.Name(), fi.Size(), fi.IsDir(), fi.Mode())
	fa, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0644)
	check(err)
	fmt.Fprintf(fa, "more\n")
	fa.Close()
	dat, _ = os.ReadFile(path)
	fmt.Printf("%q\n", dat)
	check(os.Rename(path, path+".old"))
	check(os.Remove(path + ".old"))
	err = os.Remove(path + ".old")
	fmt.Println(err != nil)
	_, err = os.OpenFile(filepath.Join(dir, "dat2"), os.O_CREATE|os.O_EXCL, 0644)
	fmt.Println(errors.Is(err, os.ErrExist))
	ms, _ := filepath.Glob(filepath.Join(dir, "dat*"))
	fmt.Println(len(ms))
	tf, err := os.CreateTemp(dir, "x*.txt")
	check(err)
	fmt.Println(filepath.Ext(tf.Name()))
	tf.Close()
	cp, _ := os.Open(filepath.Join(dir, "dat2"))
	all, _ := io.ReadAll(cp)
	fmt.Println(len(all))
	sc := bufio.NewScanner(bytesR(all))
	for sc.Scan() {
		fmt.Println(sc.Text())
	}
}

type br struct{ b []byte }

func (b *br) Read(p []byte) (int, error) {
	if len(b.b) == 0 {
		return 0, io.EOF
	}
	n := copy(p, b.b)
	b.b = b.b[n:]
	return n, nil
}
func bytesR(b []byte) io.Reader { return &br{b} }
