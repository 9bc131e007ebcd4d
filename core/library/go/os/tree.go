package os

import (
	"internal/rt"
	"io/fs"
	"path"
	"sort"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// A node is a file or a directory of the tree. Every function that touches nodes is one step for all other
// goroutines (rt.Pin), as a system call is.
type node struct {
	name string
	mode FileMode
	data []byte
	kids map[string]*node
	mod  time.Time
}

func directory(name string, kids ...*node) *node {
	d := &node{name: name, mode: fs.ModeDir | 0755, kids: map[string]*node{}}
	for _, k := range kids {
		d.kids[k.name] = k
	}
	return d
}

var (
	root    = directory("/", directory("tmp"), directory("home", directory("gopher")), directory("dev"))
	current = "/home/gopher"
	unique  = 0
)

func (d *node) add(name string, mode FileMode) *node {
	n := &node{name: name, mode: mode, mod: now}
	if mode.IsDir() {
		n.kids = map[string]*node{}
	}
	d.kids[name] = n
	d.mod = n.mod
	return n
}

// find returns the directory of name and the node, which is nil if only the directory exists.
func find(name string) (dir, n *node, base string, errno syscall.Errno) {
	if name == "" {
		return nil, nil, "", syscall.ENOENT
	}
	if name[0] != '/' {
		name = path.Join(current, name)
	}
	name = path.Clean(name)
	dir, n, base = root, root, "/"
	for part := range strings.SplitSeq(name[1:], "/") {
		if part == "" {
			continue
		}
		if n == nil {
			return nil, nil, "", syscall.ENOENT
		}
		if !n.mode.IsDir() {
			return nil, nil, "", syscall.ENOTDIR
		}
		dir, n, base = n, n.kids[part], part
	}
	return dir, n, base, 0
}

// now is the time of the operation on the tree.
var now = time.Now()

// enter begins an operation on the tree; rt.Unpin ends it. In between nobody may look at the clock, because
// that lets others run first.
func enter() {
	rt.EnterKernel()
	t := time.Now()
	rt.Pin()
	now = t
}

func fail(op, name string, errno syscall.Errno) error {
	if errno == 0 {
		return nil
	}
	return &PathError{Op: op, Path: name, Err: errno}
}

// info is a node at one moment.
type fileStat struct {
	name string
	size int64
	mode FileMode
	mod  time.Time
	node *node
}

func (s *fileStat) Name() string       { return s.name }
func (s *fileStat) Size() int64        { return s.size }
func (s *fileStat) Mode() FileMode     { return s.mode }
func (s *fileStat) ModTime() time.Time { return s.mod }
func (s *fileStat) IsDir() bool        { return s.mode.IsDir() }
func (s *fileStat) Sys() any           { return nil }

func (n *node) stat() FileInfo {
	size := int64(len(n.data))
	if n.mode.IsDir() {
		size = 4096
	}
	return &fileStat{n.name, size, n.mode, n.mod, n}
}

// Stat describes a file.
func Stat(name string) (FileInfo, error) {
	enter()
	defer rt.Unpin()
	if _, n, base, errno := find(name); n != nil {
		s := n.stat().(*fileStat)
		s.name = path.Base(name)
		return s, nil
	} else if errno == 0 && base != "" {
		errno = syscall.ENOENT
		return nil, fail("stat", name, errno)
	} else {
		return nil, fail("stat", name, errno)
	}
}

// Lstat is Stat: there are no symbolic links.
func Lstat(name string) (FileInfo, error) {
	info, err := Stat(name)
	if e, ok := err.(*PathError); ok {
		e.Op = "lstat"
	}
	return info, err
}

// SameFile tells whether two descriptions are of one file.
func SameFile(a, b FileInfo) bool {
	x, ok := a.(*fileStat)
	y, same := b.(*fileStat)
	return ok && same && x.node == y.node
}

// Mkdir makes a directory.
func Mkdir(name string, perm FileMode) error {
	enter()
	defer rt.Unpin()
	dir, n, base, errno := find(name)
	if n != nil {
		errno = syscall.EEXIST
	} else if errno == 0 && !dir.mode.IsDir() {
		errno = syscall.ENOTDIR
	}
	if errno == 0 {
		dir.add(base, fs.ModeDir|perm&^022)
	}
	return fail("mkdir", name, errno)
}

// MkdirAll makes a directory and all above it.
func MkdirAll(name string, perm FileMode) error {
	if info, err := Stat(name); err == nil {
		if info.IsDir() {
			return nil
		}
		return fail("mkdir", name, syscall.ENOTDIR)
	}
	if parent := path.Dir(path.Clean(name)); parent != name {
		if err := MkdirAll(parent, perm); err != nil {
			return err
		}
	}
	return Mkdir(name, perm)
}

// Remove removes a file or an empty directory.
func Remove(name string) error {
	enter()
	defer rt.Unpin()
	dir, n, base, errno := find(name)
	switch {
	case errno != 0:
	case n == nil:
		errno = syscall.ENOENT
	case len(n.kids) > 0:
		errno = syscall.ENOTEMPTY
	default:
		delete(dir.kids, base)
	}
	return fail("remove", name, errno)
}

// RemoveAll removes a file or a directory with everything in it.
func RemoveAll(name string) error {
	enter()
	defer rt.Unpin()
	if dir, n, base, _ := find(name); n != nil && n != root {
		delete(dir.kids, base)
	}
	return nil
}

// A LinkError is an error about two files.
type LinkError struct {
	Op  string
	Old string
	New string
	Err error
}

func (e *LinkError) Error() string { return e.Op + " " + e.Old + " " + e.New + ": " + e.Err.Error() }
func (e *LinkError) Unwrap() error { return e.Err }

// Rename gives a file another name or place.
func Rename(oldpath, newpath string) error {
	enter()
	defer rt.Unpin()
	from, n, old, errno := find(oldpath)
	to, there, base, errno2 := find(newpath)
	switch {
	case errno != 0 || errno2 != 0:
		errno = max(errno, errno2)
	case n == nil || to == nil:
		errno = syscall.ENOENT
	case there != nil && there.mode.IsDir():
		errno = syscall.EEXIST
	default:
		delete(from.kids, old)
		n.name = base
		to.kids[base] = n
		return nil
	}
	return &LinkError{"rename", oldpath, newpath, errno}
}

// ReadDir lists a directory, sorted by name.
func ReadDir(name string) ([]DirEntry, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.ReadDir(-1)
}

func (n *node) list() []DirEntry {
	out := make([]DirEntry, 0, len(n.kids))
	for _, k := range n.kids {
		out = append(out, fs.FileInfoToDirEntry(k.stat()))
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Name() < out[j].Name() })
	return out
}

func Getwd() (dir string, err error) { return current, nil }

// Chdir changes the directory from which relative names count.
func Chdir(dir string) error {
	info, err := Stat(dir)
	switch {
	case err != nil:
		return fail("chdir", dir, syscall.ENOENT)
	case !info.IsDir():
		return fail("chdir", dir, syscall.ENOTDIR)
	case dir[0] != '/':
		dir = path.Join(current, dir)
	}
	current = path.Clean(dir)
	return nil
}

func change(op, name string, f func(n *node)) error {
	enter()
	defer rt.Unpin()
	_, n, _, errno := find(name)
	if n != nil {
		f(n)
	} else if errno == 0 {
		errno = syscall.ENOENT
	}
	return fail(op, name, errno)
}

// Chmod changes the permissions of a file.
func Chmod(name string, mode FileMode) error {
	return change("chmod", name, func(n *node) { n.mode = n.mode&^fs.ModePerm | mode&fs.ModePerm })
}

// Chtimes changes the time of a file.
func Chtimes(name string, atime time.Time, mtime time.Time) error {
	return change("chtimes", name, func(n *node) { n.mod = mtime })
}

// Truncate changes the size of a file.
func Truncate(name string, size int64) error {
	return change("truncate", name, func(n *node) { n.resize(size) })
}

func (n *node) resize(size int64) {
	if grow := int(size) - len(n.data); grow > 0 {
		n.data = append(n.data, make([]byte, grow)...)
	}
	n.data = n.data[:size]
	n.mod = now
}

func temporary(dir, pattern string) string {
	if dir == "" {
		dir = TempDir()
	}
	unique++
	before, after := pattern, ""
	if i := strings.LastIndexByte(pattern, '*'); i >= 0 {
		before, after = pattern[:i], pattern[i+1:]
	}
	return path.Join(dir, before+strconv.Itoa(1000000000+unique)+after)
}

// MkdirTemp makes a directory with a new name.
func MkdirTemp(dir, pattern string) (string, error) {
	name := temporary(dir, pattern)
	if err := Mkdir(name, 0700); err != nil {
		return "", err
	}
	return name, nil
}

// CreateTemp makes a file with a new name.
func CreateTemp(dir, pattern string) (*File, error) {
	return OpenFile(temporary(dir, pattern), O_RDWR|O_CREATE|O_EXCL, 0600)
}
