// Package filepath works on names of files; there are no files.
package filepath

import (
	"errors"
	"path"
	"strings"
)

const (
	Separator     = '/'
	ListSeparator = ':'
)

var (
	ErrBadPattern = path.ErrBadPattern
	SkipDir       = errors.New("skip this directory")
	SkipAll       = errors.New("skip everything and stop the walk")
)

func Clean(p string) string                    { return path.Clean(p) }
func Join(elem ...string) string               { return path.Join(elem...) }
func Split(p string) (dir, file string)        { return path.Split(p) }
func Ext(p string) string                      { return path.Ext(p) }
func Base(p string) string                     { return path.Base(p) }
func Dir(p string) string                      { return path.Dir(p) }
func IsAbs(p string) bool                      { return path.IsAbs(p) }
func ToSlash(p string) string                  { return p }
func FromSlash(p string) string                { return p }
func SplitList(p string) []string              { return strings.Split(p, ":") }
func Match(pattern, name string) (bool, error) { return path.Match(pattern, name) }
func Glob(pattern string) ([]string, error)    { return nil, nil }

func Abs(p string) (string, error) {
	if IsAbs(p) {
		return Clean(p), nil
	}
	return Join("/home/gopher", p), nil
}
