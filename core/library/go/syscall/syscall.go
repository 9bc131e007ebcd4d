// Package syscall names signals and a few errors; there is no operating system to call.
package syscall

// A Signal is the number of a signal.
type Signal int

const (
	SIGHUP  Signal = 1
	SIGINT  Signal = 2
	SIGQUIT Signal = 3
	SIGILL  Signal = 4
	SIGTRAP Signal = 5
	SIGABRT Signal = 6
	SIGBUS  Signal = 7
	SIGFPE  Signal = 8
	SIGKILL Signal = 9
	SIGUSR1 Signal = 10
	SIGSEGV Signal = 11
	SIGUSR2 Signal = 12
	SIGPIPE Signal = 13
	SIGALRM Signal = 14
	SIGTERM Signal = 15
	SIGCHLD Signal = 17
	SIGCONT Signal = 18
	SIGSTOP Signal = 19
	SIGTSTP Signal = 20
)

var signals = [...]string{"", "hangup", "interrupt", "quit", "illegal instruction", "trace/breakpoint trap",
	"aborted", "bus error", "floating point exception", "killed", "user defined signal 1", "segmentation fault",
	"user defined signal 2", "broken pipe", "alarm clock", "terminated", "stack fault", "child exited",
	"continued", "stopped (signal)", "stopped"}

func (s Signal) Signal() {}

func (s Signal) String() string {
	if s > 0 && int(s) < len(signals) {
		return signals[s]
	}
	return "signal " + itoa(int(s))
}

func itoa(n int) string {
	if n < 0 {
		return "-" + itoa(-n)
	}
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

// An Errno is the number of an error.
type Errno uintptr

const (
	EPERM        Errno = 1
	ENOENT       Errno = 2
	EINTR        Errno = 4
	EIO          Errno = 5
	EBADF        Errno = 9
	EAGAIN       Errno = 11
	ENOMEM       Errno = 12
	EACCES       Errno = 13
	EEXIST       Errno = 17
	ENOTDIR      Errno = 20
	EISDIR       Errno = 21
	EINVAL       Errno = 22
	EMFILE       Errno = 24
	ENOSPC       Errno = 28
	EROFS        Errno = 30
	EPIPE        Errno = 32
	ENOSYS       Errno = 38
	ENOTEMPTY    Errno = 39
	EADDRINUSE   Errno = 98
	ECONNABORTED Errno = 103
	ECONNRESET   Errno = 104
	ETIMEDOUT    Errno = 110
	ECONNREFUSED Errno = 111
	EINPROGRESS  Errno = 115
	EWOULDBLOCK        = EAGAIN
)

var errorTexts = map[Errno]string{
	EPERM:        "operation not permitted",
	ENOENT:       "no such file or directory",
	EINTR:        "interrupted system call",
	EIO:          "input/output error",
	EBADF:        "bad file descriptor",
	EAGAIN:       "resource temporarily unavailable",
	ENOMEM:       "cannot allocate memory",
	EACCES:       "permission denied",
	EEXIST:       "file exists",
	ENOTDIR:      "not a directory",
	EISDIR:       "is a directory",
	EINVAL:       "invalid argument",
	EMFILE:       "too many open files",
	ENOSPC:       "no space left on device",
	EROFS:        "read-only file system",
	EPIPE:        "broken pipe",
	ENOSYS:       "function not implemented",
	ENOTEMPTY:    "directory not empty",
	EADDRINUSE:   "address already in use",
	ECONNABORTED: "software caused connection abort",
	ECONNRESET:   "connection reset by peer",
	ETIMEDOUT:    "connection timed out",
	ECONNREFUSED: "connection refused",
	EINPROGRESS:  "operation now in progress",
}

func (e Errno) Error() string {
	if text, ok := errorTexts[e]; ok {
		return text
	}
	return "errno " + itoa(int(e))
}

// Is makes errors.Is(err, os.ErrNotExist) work; package os names its errors with these texts.
func (e Errno) Is(target error) bool {
	switch target.Error() {
	case "file does not exist":
		return e == ENOENT
	case "permission denied":
		return e == EACCES || e == EPERM
	case "file already exists":
		return e == EEXIST || e == ENOTEMPTY
	}
	return false
}

func (e Errno) Timeout() bool { return e == ETIMEDOUT }

func (e Errno) Temporary() bool { return e == EINTR || e == ETIMEDOUT }

// Getpid is the number that the program has in its world.
func Getpid() int { return 1 }

func deliver(sig int)

// Kill sends sig to the program itself; there is no other process.
func Kill(pid int, sig Signal) error {
	if pid != Getpid() {
		return EINVAL
	}
	deliver(int(sig))
	return nil
}
