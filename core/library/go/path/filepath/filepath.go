// Package filepath works on names of files and walks the tree of files.
package filepath

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"strings"
)

const (
	Separator     = '/'
	ListSeparator = ':'
)

var (
	ErrBadPattern = path.ErrBadPattern
	SkipDir       = fs.SkipDir
	SkipAll       = fs.SkipAll
)

func Clean(path string) string                             { return clean(path) }
func Join(elem ...string) string                           { return path.Join(elem...) }
func Split(path string) (dir, file string)                 { return split(path) }
func Ext(path string) string                               { return ext(path) }
func Base(path string) string                              { return base(path) }
func Dir(path string) string                               { return dir(path) }
func IsAbs(path string) bool                               { return strings.HasPrefix(path, "/") }
func ToSlash(path string) string                           { return path }
func FromSlash(path string) string                         { return path }
func VolumeName(path string) string                        { return "" }
func EvalSymlinks(path string) (string, error)             { return clean(path), nil }
func Match(pattern, name string) (matched bool, err error) { return path.Match(pattern, name) }

func clean(p string) string          { return path.Clean(p) }
func split(p string) (dir, f string) { return path.Split(p) }
func ext(p string) string            { return path.Ext(p) }
func base(p string) string           { return path.Base(p) }
func dir(p string) string            { return path.Dir(p) }

// SplitList splits a list of directories as PATH holds it.
func SplitList(path string) []string {
	if path == "" {
		return []string{}
	}
	return strings.Split(path, ":")
}

// Abs is path from the root.
func Abs(path string) (string, error) {
	if IsAbs(path) {
		return Clean(path), nil
	}
	wd, err := os.Getwd()
	return Join(wd, path), err
}

// IsLocal tells whether path stays below the directory it counts from.
func IsLocal(path string) bool {
	p := clean(path)
	return path != "" && !IsAbs(p) && p != ".." && !strings.HasPrefix(p, "../")
}

// Rel is the way from basepath to targpath.
func Rel(basepath, targpath string) (string, error) {
	from, to := Clean(basepath), Clean(targpath)
	if from == to {
		return ".", nil
	}
	if from == "." {
		from = ""
	}
	if to == "." {
		to = ""
	}
	if IsAbs(from) != IsAbs(to) {
		return "", errors.New("Rel: can't make " + targpath + " relative to " + basepath)
	}
	a := strings.FieldsFunc(from, func(c rune) bool { return c == '/' })
	b := strings.FieldsFunc(to, func(c rune) bool { return c == '/' })
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	out := []string{}
	for _, part := range a {
		if part == ".." {
			return "", errors.New("Rel: can't make " + targpath + " relative to " + basepath)
		}
		out = append(out, "..")
	}
	return strings.Join(append(out, b...), "/"), nil
}

// WalkFunc is called for each file of Walk.
type WalkFunc func(path string, info fs.FileInfo, err error) error

func walkDir(path string, d fs.DirEntry, fn fs.WalkDirFunc) error {
	if err := fn(path, d, nil); err != nil || !d.IsDir() {
		if err == SkipDir && d.IsDir() {
			err = nil
		}
		return err
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		if err = fn(path, d, err); err != nil {
			if err == SkipDir {
				err = nil
			}
			return err
		}
	}
	for _, e := range entries {
		if err := walkDir(Join(path, e.Name()), e, fn); err != nil {
			if err == SkipDir {
				break
			}
			return err
		}
	}
	return nil
}

// WalkDir calls fn for root and everything below it, in lexical order.
func WalkDir(root string, fn fs.WalkDirFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walkDir(root, fs.FileInfoToDirEntry(info), fn)
	}
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

// Walk is WalkDir with a description of each file.
func Walk(root string, fn WalkFunc) error {
	return WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if d == nil {
			return fn(path, nil, err)
		}
		info, infoErr := d.Info()
		if err == nil {
			err = infoErr
		}
		return fn(path, info, err)
	})
}

// Glob lists the files whose names fit pattern.
func Glob(pattern string) (matches []string, err error) {
	if _, err := path.Match(pattern, ""); err != nil {
		return nil, err
	}
	if !strings.ContainsAny(pattern, `*?[\`) {
		if _, err := os.Lstat(pattern); err != nil {
			return nil, nil
		}
		return []string{pattern}, nil
	}
	folder, file := path.Split(pattern)
	folders := []string{"."}
	if folder != "" {
		if folders, err = Glob(strings.TrimSuffix(folder, "/")); folder == "/" {
			folders = []string{"/"}
		}
	}
	for _, d := range folders {
		entries, _ := os.ReadDir(d)
		for _, e := range entries {
			if ok, _ := path.Match(file, e.Name()); ok {
				matches = append(matches, Join(d, e.Name()))
			}
		}
	}
	return matches, err
}
