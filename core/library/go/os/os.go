// Package os is the little of an operating system that the simulated world offers: arguments, environment,
// signals and a tree of files in memory, empty when the program starts.
package os

import (
	"errors"
	"io/fs"
	"syscall"
)

func arguments() []string

// Args are the program's name and arguments.
var Args = arguments()

var (
	ErrInvalid          = fs.ErrInvalid
	ErrPermission       = fs.ErrPermission
	ErrExist            = fs.ErrExist
	ErrNotExist         = fs.ErrNotExist
	ErrClosed           = fs.ErrClosed
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
	O_SYNC   int = 0x101000
	DevNull      = "/dev/null"

	PathSeparator         = '/'
	PathListSeparator     = ':'
	SEEK_SET          int = 0
	SEEK_CUR          int = 1
	SEEK_END          int = 2
	ModeDir               = fs.ModeDir
	ModeAppend            = fs.ModeAppend
	ModeSymlink           = fs.ModeSymlink
	ModeNamedPipe         = fs.ModeNamedPipe
	ModeDevice            = fs.ModeDevice
	ModeCharDevice        = fs.ModeCharDevice
	ModeType              = fs.ModeType
	ModePerm              = fs.ModePerm
)

// The types of files are those of package io/fs.
type (
	FileMode  = fs.FileMode
	FileInfo  = fs.FileInfo
	DirEntry  = fs.DirEntry
	PathError = fs.PathError
)

// A Signal is what the outside world can send to the program.
type Signal interface {
	String() string
	Signal()
}

var (
	Interrupt Signal = syscall.SIGINT
	Kill      Signal = syscall.SIGKILL
)

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

func Executable() (string, error)    { return "/home/gopher/prog", nil }
func UserHomeDir() (string, error)   { return "/home/gopher", nil }
func UserCacheDir() (string, error)  { return "/home/gopher/.cache", nil }
func UserConfigDir() (string, error) { return "/home/gopher/.config", nil }
func TempDir() string                { return "/tmp" }
func Getppid() int                   { return 0 }
func Getuid() int                    { return 1000 }
func Geteuid() int                   { return 1000 }
func Getgid() int                    { return 1000 }
func Getegid() int                   { return 1000 }
func Getpagesize() int               { return 4096 }

// A SyscallError is an error of the operating system with the call that failed.
type SyscallError struct {
	Syscall string
	Err     error
}

func (e *SyscallError) Error() string { return e.Syscall + ": " + e.Err.Error() }
func (e *SyscallError) Unwrap() error { return e.Err }
