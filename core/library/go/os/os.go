// Package os is the little of an operating system that the simulated world offers.
package os

import (
	"internal/rt"
	"errors"
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
	O_RDONLY = 0
	O_WRONLY = 1
	O_RDWR   = 2
	O_APPEND = 0x400
	O_CREATE = 0x40
	O_EXCL   = 0x80
	O_TRUNC  = 0x200
	DevNull  = "/dev/null"

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
