package main

import (
	"crypto/md5"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"sync"
)

type result struct {
	path string
	sum  [md5.Size]byte
	err  error
}

func walkFiles(done <-chan struct{}, root string) (<-chan string, <-chan error) {
	paths := make(chan string)
	errc := make(chan error, 1)
	go func() {
		defer close(paths)
		errc <- filepath.Walk(root, func(path string, info fs.FileInfo, err error) error {
			if err != nil {
				return err
			}
			if !info.Mode().IsRegular() {
				return nil
			}
			select {
			case paths <- path:
			case <-done:
				return errors.New("walk canceled")
			}
			return nil
		})
	}()
	return paths, errc
}
func digester(done <-chan struct{}, paths <-chan string, c chan<- result) {
	for path := range paths {
		data, err := os.ReadFile(path)
		select {
		case c <- result{path, md5.Sum(data), err}:
		case <-done:
			return
		}
	}
}
func MD5All(root string) (map[string][md5.Size]byte, error) {
	done := make(chan struct{})
	defer close(done)
	paths, errc := walkFiles(done, root)
	c := make(chan result)
	var wg sync.WaitGroup
	const numDigesters = 5
	wg.Add(numDigesters)
	for range numDigesters {
		go func() { digester(done, paths, c); wg.Done() }()
	}
	go func() { wg.Wait(); close(c) }()
	m := make(map[string][md5.Size]byte)
	for r := range c {
		if r.err != nil {
			return nil, r.err
		}
		m[r.path] = r.sum
	}
	if err := <-errc; err != nil {
		return nil, err
	}
	return m, nil
}
func main() {
	root, err := os.MkdirTemp("", "digest")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(root)
	for i := range 12 {
		dir := filepath.Join(root, fmt.Sprint("d", i%3))
		os.MkdirAll(dir, 0o755)
		os.WriteFile(filepath.Join(dir, fmt.Sprint("f", i)), []byte(fmt.Sprint("content ", i)), 0o644)
	}
	m, err := MD5All(root)
	if err != nil {
		fmt.Println(err)
		return
	}
	var paths []string
	for p := range m {
		paths = append(paths, p)
	}
	sort.Strings(paths)
	for _, p := range paths {
		rel, _ := filepath.Rel(root, p)
		fmt.Printf("%x  %s\n", m[p], rel)
	}
	_, err = MD5All(filepath.Join(root, "missing"))
	fmt.Println(errors.Is(err, fs.ErrNotExist))
}
