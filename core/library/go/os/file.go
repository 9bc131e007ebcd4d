package os

import (
	"errors"
	"internal/console"
	"internal/rt"
	"io"
	"io/fs"
	"syscall"
	"time"
)

// File is a standard stream (node and pipe are nil), an end of a pipe or an open file of the tree.
type File struct {
	fd   int
	name string
	node *node
	pipe *pipe
	flag int
	at   int64
	left []DirEntry
}

var (
	Stdin  = &File{fd: 0, name: "/dev/stdin"}
	Stdout = &File{fd: 1, name: "/dev/stdout"}
	Stderr = &File{fd: 2, name: "/dev/stderr"}

	opened = 2
)

func init() {
	console.Opened = func(fd int) any {
		if fd == 0 {
			return Stdin
		}
		return Stdout
	}
}

func (f *File) check(op string) error {
	if f == nil {
		return ErrInvalid
	}
	if f.fd < 0 {
		return &PathError{Op: op, Path: f.name, Err: ErrClosed}
	}
	return nil
}

// Open opens a file for reading.
func Open(name string) (*File, error) { return OpenFile(name, O_RDONLY, 0) }

// Create makes an empty file, or empties the one that is there.
func Create(name string) (*File, error) { return OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666) }

// OpenFile opens a file as flag says.
func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	enter()
	defer rt.Unpin()
	dir, n, base, errno := find(name)
	writes := flag&(O_WRONLY|O_RDWR) != 0
	switch {
	case name == DevNull:
		n = &node{name: name, mode: fs.ModeDevice | fs.ModeCharDevice | 0666}
	case errno != 0:
		return nil, fail("open", name, errno)
	case n == nil && flag&O_CREATE == 0:
		return nil, fail("open", name, syscall.ENOENT)
	case n == nil:
		n = dir.add(base, perm&^022)
	case flag&O_CREATE != 0 && flag&O_EXCL != 0:
		return nil, fail("open", name, syscall.EEXIST)
	case n.mode.IsDir() && writes:
		return nil, fail("open", name, syscall.EISDIR)
	case !n.mode.IsDir() && (writes && n.mode&0200 == 0 || flag&O_WRONLY == 0 && n.mode&0400 == 0):
		return nil, fail("open", name, syscall.EACCES)
	case flag&O_TRUNC != 0 && writes:
		n.resize(0)
	}
	opened++
	return &File{fd: opened, name: name, node: n, flag: flag}, nil
}

func (f *File) Write(b []byte) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	if f.pipe != nil {
		return f.writePipe(b)
	}
	if f.node == nil {
		if f.fd == 0 {
			return 0, fail("write", f.name, syscall.EBADF)
		}
		return console.Stream(f.fd).Write(b)
	}
	if f.flag&(O_WRONLY|O_RDWR) == 0 {
		return 0, fail("write", f.name, syscall.EBADF)
	}
	enter()
	defer rt.Unpin()
	if f.flag&O_APPEND != 0 {
		f.at = int64(len(f.node.data))
	}
	n = f.put(b, f.at)
	f.at += int64(n)
	return n, nil
}

func (f *File) put(b []byte, at int64) int {
	if f.node.mode&fs.ModeDevice != 0 {
		return len(b)
	}
	f.node.resize(max(int64(len(f.node.data)), at+int64(len(b))))
	return copy(f.node.data[at:], b)
}

func (f *File) WriteString(s string) (n int, err error) {
	if f != nil && f.node == nil && f.pipe == nil && f.fd > 0 {
		return console.Stream(f.fd).WriteString(s)
	}
	return f.Write([]byte(s))
}

func (f *File) Read(b []byte) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if f.pipe != nil {
		return f.readPipe(b)
	}
	if f.node == nil && f.fd == 0 {
		return console.Stream(0).Read(b)
	}
	return f.get(b, &f.at)
}

// get reads from the place *at and moves it.
func (f *File) get(b []byte, at *int64) (n int, err error) {
	switch {
	case f.node == nil || f.flag&O_WRONLY != 0:
		return 0, fail("read", f.name, syscall.EBADF)
	case f.node.mode.IsDir():
		return 0, fail("read", f.name, syscall.EISDIR)
	case len(b) == 0:
		return 0, nil
	}
	enter()
	defer rt.Unpin()
	if *at >= int64(len(f.node.data)) {
		return 0, io.EOF
	}
	n = copy(b, f.node.data[*at:])
	*at += int64(n)
	return n, nil
}

// ReadAt reads from a place of its own.
func (f *File) ReadAt(b []byte, off int64) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	n, err = f.get(b, &off)
	if err == nil && n < len(b) {
		err = io.EOF
	}
	return n, err
}

// WriteAt writes at a place of its own.
func (f *File) WriteAt(b []byte, off int64) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	if f.node == nil || f.flag&(O_WRONLY|O_RDWR) == 0 {
		return 0, fail("write", f.name, syscall.EBADF)
	}
	enter()
	defer rt.Unpin()
	return f.put(b, off), nil
}

// Seek moves the place of the next Read or Write.
func (f *File) Seek(offset int64, whence int) (ret int64, err error) {
	if err := f.check("seek"); err != nil {
		return 0, err
	}
	if f.node == nil {
		return 0, &PathError{Op: "seek", Path: f.name, Err: errors.New("illegal seek")}
	}
	switch whence {
	case SEEK_CUR:
		offset += f.at
	case SEEK_END:
		offset += int64(len(f.node.data))
	}
	if offset < 0 {
		return 0, fail("seek", f.name, syscall.EINVAL)
	}
	f.at = offset
	return offset, nil
}

func (f *File) Close() error {
	if err := f.check("close"); err != nil {
		return err
	}
	f.fd = -1
	if f.pipe != nil {
		f.pipe.close(f.flag&O_WRONLY != 0)
	}
	return nil
}

// Stat describes the file.
func (f *File) Stat() (FileInfo, error) {
	if err := f.check("stat"); err != nil {
		return nil, err
	}
	if f.node == nil {
		return &fileStat{name: f.name[5:], mode: fs.ModeDevice | fs.ModeCharDevice | 0620}, nil
	}
	return f.node.stat(), nil
}

// ReadDir lists the next n entries of a directory, all for n <= 0.
func (f *File) ReadDir(n int) ([]DirEntry, error) {
	if err := f.check("readdir"); err != nil {
		return nil, err
	}
	if f.node == nil || !f.node.mode.IsDir() {
		return nil, fail("readdirent", f.name, syscall.ENOTDIR)
	}
	if f.left == nil && f.at == 0 {
		enter()
		f.left, f.at = f.node.list(), 1
		rt.Unpin()
	}
	if n > 0 && len(f.left) == 0 {
		return nil, io.EOF
	}
	if n <= 0 || n > len(f.left) {
		n = len(f.left)
	}
	out := f.left[:n]
	f.left = f.left[n:]
	return out, nil
}

// Readdir is ReadDir with descriptions.
func (f *File) Readdir(n int) ([]FileInfo, error) {
	entries, err := f.ReadDir(n)
	var out []FileInfo
	for _, e := range entries {
		info, _ := e.Info()
		out = append(out, info)
	}
	return out, err
}

// Readdirnames is ReadDir with names only.
func (f *File) Readdirnames(n int) (names []string, err error) {
	entries, err := f.ReadDir(n)
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names, err
}

// Truncate changes the size of the file.
func (f *File) Truncate(size int64) error { return Truncate(f.name, size) }

// Chmod changes the permissions of the file.
func (f *File) Chmod(mode FileMode) error { return Chmod(f.name, mode) }

func (f *File) SetDeadline(t time.Time) error      { return ErrNoDeadline }
func (f *File) SetReadDeadline(t time.Time) error  { return ErrNoDeadline }
func (f *File) SetWriteDeadline(t time.Time) error { return ErrNoDeadline }

func (f *File) Sync() error  { return f.check("sync") }
func (f *File) Name() string { return f.name }
func (f *File) Fd() uintptr  { return uintptr(f.fd) }

// ReadFile reads a whole file.
func ReadFile(name string) ([]byte, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	data := make([]byte, len(f.node.data))
	if _, err := f.Read(data); err != nil && err != io.EOF {
		return nil, err
	}
	return data, nil
}

// WriteFile makes a file with the content data.
func WriteFile(name string, data []byte, perm FileMode) error {
	f, err := OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	f.Write(data)
	return f.Close()
}

type dirFS string

func (d dirFS) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &PathError{Op: "open", Path: name, Err: ErrInvalid}
	}
	f, err := Open(string(d) + "/" + name)
	if err != nil {
		err.(*PathError).Path = name
		return nil, err
	}
	return f, nil
}

// DirFS is the tree below dir.
func DirFS(dir string) fs.FS { return dirFS(dir) }
