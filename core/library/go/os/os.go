// Package os is the little of an operating system that the simulated world offers.
package os

import (
	"errors"
	"internal/rt"
	"io"
	"syscall"
)

func arguments() []string

// Args are the program's name and arguments.
var Args = arguments()

var (
	ErrInvalid          = errors.New("invalid argument")
	ErrPermission       = errors.New("permission denied")
	ErrExist            = errors.New("file already exists")
	ErrNotExist         = errors.New("file does not exist")
	ErrClosed           = errors.New("file already closed")
	ErrDeadlineExceeded = errors.New("i/o timeout")
	ErrProcessDone      = errors.New("os: process already finished")
)

const (
	O_RDONLY int = 0
	O_WRONLY int = 1
	O_RDWR   int = 2
	O_APPEND int = 0x400
	O_CREATE int = 0x40
	O_EXCL   int = 0x80
	O_TRUNC  int = 0x200
	DevNull      = "/dev/null"

	PathSeparator = '/'
)

// A FileMode is the mode and the permissions of a file.
type FileMode uint32

// A Signal is what the outside world can send to the program.
type Signal interface {
	String() string
	Signal()
}

var (
	Interrupt Signal = syscall.SIGINT
	Kill      Signal = syscall.SIGKILL
)

// A PathError is an error with the operation and the file that it is about.
type PathError struct {
	Op   string
	Path string
	Err  error
}

func (e *PathError) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }
func (e *PathError) Unwrap() error { return e.Err }

// File is one of the three standard streams; there are no others.
type File struct {
	fd   int
	name string
}

var (
	Stdin  = &File{0, "/dev/stdin"}
	Stdout = &File{1, "/dev/stdout"}
	Stderr = &File{2, "/dev/stderr"}
)

// write prints s on the stream fd.
func write(fd int, s string)

// writeBytes prints b on the stream fd.
func writeBytes(fd int, b []byte)

// read waits for bytes on the standard input: -1 at its end.
func read(b []byte) int

func (f *File) check(op string) error {
	if f == nil {
		return ErrInvalid
	}
	if f.fd < 0 {
		return &PathError{op, f.name, ErrClosed}
	}
	return nil
}

func (f *File) Write(b []byte) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	if f.fd == 0 {
		return 0, &PathError{"write", f.name, errors.New("bad file descriptor")}
	}
	rt.EnterKernel()
	writeBytes(f.fd, b)
	return len(b), nil
}

func (f *File) WriteString(s string) (n int, err error) {
	if f == nil || f.fd <= 0 {
		return f.Write([]byte(s))
	}
	rt.EnterKernel()
	write(f.fd, s)
	return len(s), nil
}

func (f *File) Read(b []byte) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if f.fd != 0 {
		return 0, &PathError{"read", f.name, errors.New("bad file descriptor")}
	}
	if len(b) == 0 {
		return 0, nil
	}
	n = read(b)
	if n < 0 {
		return 0, io.EOF
	}
	return n, nil
}

func (f *File) Close() error {
	if err := f.check("close"); err != nil {
		return err
	}
	f.fd = -1
	return nil
}

func (f *File) Sync() error  { return nil }
func (f *File) Name() string { return f.name }
func (f *File) Fd() uintptr  { return uintptr(f.fd) }

func exit(code int)

// Exit ends the program at once: deferred functions do not run.
func Exit(code int) { exit(code) }

var environment = map[string]string{
	"HOME": "/home/gopher", "PATH": "/usr/local/bin:/usr/bin:/bin", "USER": "gopher",
}

// Getenv is the value of an environment variable, or "".
func Getenv(key string) string { return environment[key] }

// LookupEnv is Getenv that tells whether the variable exists.
func LookupEnv(key string) (string, bool) {
	v, ok := environment[key]
	return v, ok
}

// Setenv sets an environment variable.
func Setenv(key, value string) error {
	if key == "" {
		return &PathError{"setenv", key, ErrInvalid}
	}
	environment[key] = value
	return nil
}

// Unsetenv removes an environment variable.
func Unsetenv(key string) error {
	delete(environment, key)
	return nil
}

// Getpid is the number of this process.
func Getpid() int { return syscall.Getpid() }

// Hostname is the name of the simulated machine.
func Hostname() (name string, err error) { return "sluicebox", nil }

func missing(op, name string) error { return &PathError{op, name, syscall.ENOENT} }

func refuse(op, name string) error { return &PathError{op, name, syscall.EROFS} }

// Open fails: there are no files.
func Open(name string) (*File, error) { return nil, missing("open", name) }

// Create fails: there are no files.
func Create(name string) (*File, error) { return nil, refuse("open", name) }

// OpenFile fails: there are no files.
func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	if flag&O_CREATE == 0 {
		return nil, missing("open", name)
	}
	return nil, refuse("open", name)
}

// ReadFile fails: there are no files.
func ReadFile(name string) ([]byte, error) { return nil, missing("open", name) }

// WriteFile fails: there are no files.
func WriteFile(name string, data []byte, perm FileMode) error { return refuse("open", name) }

// Remove fails: there are no files.
func Remove(name string) error { return missing("remove", name) }

// MkdirAll fails: there are no files.
func MkdirAll(path string, perm FileMode) error { return refuse("mkdir", path) }

// IsNotExist tells whether err says that a file does not exist.
func IsNotExist(err error) bool { return errors.Is(err, ErrNotExist) }

// IsExist tells whether err says that a file exists.
func IsExist(err error) bool { return errors.Is(err, ErrExist) }

// A Process is a running program; only this one can be found.
type Process struct{ Pid int }

// FindProcess returns the process with the number pid.
func FindProcess(pid int) (*Process, error) { return &Process{pid}, nil }

// Signal sends sig to p.
func (p *Process) Signal(sig Signal) error {
	s, ok := sig.(syscall.Signal)
	if !ok {
		return errors.New("os: unsupported signal type")
	}
	if p.Pid != Getpid() {
		return ErrProcessDone
	}
	return syscall.Kill(p.Pid, s)
}

// Kill sends SIGKILL to p.
func (p *Process) Kill() error { return p.Signal(Kill) }

// ErrNoDeadline says that a file cannot have a deadline.
var ErrNoDeadline = errors.New("file type does not support deadline")

// IsPermission tells whether err says that something is forbidden.
func IsPermission(err error) bool { return errors.Is(err, ErrPermission) }

// IsTimeout tells whether err says that time has run out.
func IsTimeout(err error) bool {
	t, ok := err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// Environ lists the environment as key=value.
func Environ() []string {
	var out []string
	for k, v := range environment {
		out = append(out, k+"="+v)
	}
	for i := range out {
		for j := i; j > 0 && out[j] < out[j-1]; j-- {
			out[j], out[j-1] = out[j-1], out[j]
		}
	}
	return out
}

// Clearenv removes all environment variables.
func Clearenv() { clear(environment) }

func isNameByte(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

// Expand replaces ${name} and $name.
func Expand(s string, mapping func(string) string) string {
	out := ""
	for i := 0; i < len(s); i++ {
		if s[i] != '$' || i+1 == len(s) {
			out += s[i : i+1]
			continue
		}
		from := i + 1
		if s[from] == '{' {
			to := from + 1
			for to < len(s) && s[to] != '}' {
				to++
			}
			if to < len(s) {
				out += mapping(s[from+1 : to])
			}
			i = to
			continue
		}
		to := from
		for to < len(s) && isNameByte(s[to]) {
			to++
		}
		if to > from {
			out += mapping(s[from:to])
		} else {
			out += "$"
		}
		i = to - 1
	}
	return out
}

// ExpandEnv replaces ${name} and $name by environment variables.
func ExpandEnv(s string) string { return Expand(s, Getenv) }

func Getwd() (dir string, err error)         { return "/home/gopher", nil }
func Executable() (string, error)            { return "/home/gopher/prog", nil }
func UserHomeDir() (string, error)           { return "/home/gopher", nil }
func TempDir() string                        { return "/tmp" }
func Getppid() int                           { return 0 }
func Getuid() int                            { return 1000 }
func Getgid() int                            { return 1000 }
func Getpagesize() int                       { return 4096 }
func Mkdir(name string, perm FileMode) error { return refuse("mkdir", name) }
func RemoveAll(path string) error            { return nil }
func Rename(oldpath, newpath string) error   { return missing("rename", oldpath) }
func Chdir(dir string) error                 { return missing("chdir", dir) }

// MkdirTemp fails: there are no files.
func MkdirTemp(dir, pattern string) (string, error) { return "", refuse("mkdir", dir+"/"+pattern) }

// CreateTemp fails: there are no files.
func CreateTemp(dir, pattern string) (*File, error) { return nil, refuse("open", dir+"/"+pattern) }
