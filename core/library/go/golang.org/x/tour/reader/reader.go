// Package reader tests the reader of the Go tour's exercise about infinite streams of 'A'.
package reader

import (
	"fmt"
	"io"
	"os"
)

// Validate reads a megabyte from r and says whether all of it is 'A'.
func Validate(r io.Reader) {
	const enough = 1 << 20
	buf := make([]byte, 1024, 2048)
	calls, total := 0, 0
	for ; calls < enough && total < enough; calls++ {
		n, err := r.Read(buf)
		for i, c := range buf[:n] {
			if c != 'A' {
				fmt.Fprintf(os.Stderr, "got byte %x at offset %v, want 'A'\n", c, total+i)
				return
			}
		}
		total += n
		if err != nil {
			fmt.Fprintf(os.Stderr, "read error: %v\n", err)
			return
		}
	}
	if total == 0 {
		fmt.Fprintf(os.Stderr, "read zero bytes after %d Read calls\n", calls)
		return
	}
	fmt.Println("OK!")
}
