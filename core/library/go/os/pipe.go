package os

import (
	"internal/rt"
	"io"
	"syscall"
)

// pipeRoom is how many bytes fit into a pipe of Linux.
const pipeRoom = 64 << 10

// A pipe is what lies between the two ends that Pipe returns.
type pipe struct {
	data    []byte
	version uint64 // changes whenever someone who waits should look again
	closed  bool   // the writing end
	broken  bool   // the reading end is closed
}

// Pipe returns a connected pair of files: what is written to w can be read from r.
func Pipe() (r *File, w *File, err error) {
	p := &pipe{}
	opened += 2
	r = &File{fd: opened - 1, name: "|0", pipe: p}
	w = &File{fd: opened, name: "|1", pipe: p, flag: O_WRONLY}
	return r, w, nil
}

func (p *pipe) close(writer bool) {
	if writer {
		p.closed = true
	} else {
		p.broken = true
	}
	rt.WakeIO(&p.version)
}

func (f *File) readPipe(b []byte) (n int, err error) {
	if f.flag&O_WRONLY != 0 {
		return 0, fail("read", f.name, syscall.EBADF)
	}
	rt.EnterKernel()
	for p := f.pipe; ; {
		rt.Pin()
		seen, over := p.version, p.closed
		n = copy(b, p.data)
		p.data = p.data[n:]
		rt.Unpin()
		switch {
		case n > 0:
			rt.WakeIO(&p.version)
			return n, nil
		case len(b) == 0:
			return 0, nil
		case over:
			return 0, io.EOF
		}
		rt.WaitIO(&p.version, seen)
	}
}

func (f *File) writePipe(b []byte) (n int, err error) {
	if f.flag&O_WRONLY == 0 {
		return 0, fail("write", f.name, syscall.EBADF)
	}
	rt.EnterKernel()
	for p := f.pipe; n < len(b); {
		rt.Pin()
		seen, broken := p.version, p.broken
		part := b[n:min(len(b), n+pipeRoom-len(p.data))]
		if !broken {
			p.data = append(p.data, part...)
		}
		rt.Unpin()
		switch {
		case broken:
			return n, fail("write", f.name, syscall.EPIPE)
		case len(part) > 0:
			n += len(part)
			rt.WakeIO(&p.version)
		default:
			rt.WaitIO(&p.version, seen)
		}
	}
	return n, nil
}
