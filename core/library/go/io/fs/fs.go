// Package fs names the errors and types of file systems; there are no files.
package fs

import "os"

var (
	ErrInvalid    = os.ErrInvalid
	ErrPermission = os.ErrPermission
	ErrExist      = os.ErrExist
	ErrNotExist   = os.ErrNotExist
	ErrClosed     = os.ErrClosed
)

type (
	PathError = os.PathError
	FileMode  = os.FileMode
)
