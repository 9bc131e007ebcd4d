// Package path works on paths with slashes.
package path

import (
	"errors"
	"strings"
)

// ErrBadPattern is a malformed pattern.
var ErrBadPattern = errors.New("syntax error in pattern")

// Clean is the shortest path that means the same.
func Clean(path string) string {
	rooted := strings.HasPrefix(path, "/")
	var parts []string
	for part := range strings.SplitSeq(path, "/") {
		switch {
		case part == "" || part == ".":
		case part == ".." && len(parts) > 0 && parts[len(parts)-1] != "..":
			parts = parts[:len(parts)-1]
		case part == ".." && rooted:
		default:
			parts = append(parts, part)
		}
	}
	out := strings.Join(parts, "/")
	if rooted {
		return "/" + out
	}
	if out == "" {
		return "."
	}
	return out
}

func Split(path string) (dir, file string) {
	i := strings.LastIndexByte(path, '/')
	return path[:i+1], path[i+1:]
}

func Join(elem ...string) string {
	var parts []string
	for _, e := range elem {
		if e != "" {
			parts = append(parts, e)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return Clean(strings.Join(parts, "/"))
}

func Ext(path string) string {
	for i := len(path) - 1; i >= 0 && path[i] != '/'; i-- {
		if path[i] == '.' {
			return path[i:]
		}
	}
	return ""
}

func Base(path string) string {
	if path == "" {
		return "."
	}
	path = strings.TrimRight(path, "/")
	if i := strings.LastIndexByte(path, '/'); i >= 0 {
		path = path[i+1:]
	}
	if path == "" {
		return "/"
	}
	return path
}

func IsAbs(path string) bool { return strings.HasPrefix(path, "/") }

func Dir(path string) string {
	dir, _ := Split(path)
	return Clean(dir)
}

// class matches c against what is behind a [.
func class(pattern string, c rune) (rest string, ok bool, err error) {
	negated := strings.HasPrefix(pattern, "^")
	pattern = strings.TrimPrefix(pattern, "^")
	runes := []rune(pattern)
	take := func() (rune, bool) {
		if len(runes) > 0 && runes[0] == '\\' {
			runes = runes[1:]
		} else if len(runes) > 0 && runes[0] == '-' {
			return 0, false
		}
		if len(runes) == 0 {
			return 0, false
		}
		r := runes[0]
		runes = runes[1:]
		return r, true
	}
	for n := 0; ; n++ {
		if n > 0 && len(runes) > 0 && runes[0] == ']' {
			return string(runes[1:]), ok != negated, nil
		}
		lo, good := take()
		hi := lo
		if good && len(runes) > 0 && runes[0] == '-' {
			runes = runes[1:]
			hi, good = take()
		}
		if !good || len(runes) == 0 {
			return "", false, ErrBadPattern
		}
		ok = ok || lo <= c && c <= hi
	}
}

// Match tells whether name fits a pattern with *, ?, [a-z] and \.
func Match(pattern, name string) (matched bool, err error) {
	for len(pattern) > 0 {
		switch pattern[0] {
		case '*':
			pattern = strings.TrimLeft(pattern, "*")
			for i := 0; ; i++ {
				if ok, err := Match(pattern, name[i:]); ok || err != nil {
					return ok, err
				}
				if i >= len(name) || name[i] == '/' {
					return false, nil
				}
			}
		case '?':
			if name == "" || name[0] == '/' {
				return false, nil
			}
			pattern, name = pattern[1:], string([]rune(name)[1:])
			continue
		case '[':
			var c rune
			for _, c = range name {
				break
			}
			rest, ok, err := class(pattern[1:], c)
			if err != nil || !ok || name == "" {
				return false, err
			}
			pattern, name = rest, string([]rune(name)[1:])
			continue
		case '\\':
			if pattern = pattern[1:]; pattern == "" {
				return false, ErrBadPattern
			}
		}
		if name == "" || pattern[0] != name[0] {
			return false, nil
		}
		pattern, name = pattern[1:], name[1:]
	}
	return name == "", nil
}
