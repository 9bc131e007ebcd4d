// Package csv reads and writes comma-separated values.
package csv

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
)

var (
	ErrBareQuote  = errors.New("bare \" in non-quoted-field")
	ErrQuote      = errors.New("extraneous or missing \" in quoted-field")
	ErrFieldCount = errors.New("wrong number of fields")
)

// A ParseError says where a text is malformed.
type ParseError struct {
	StartLine, Line, Column int
	Err                     error
}

func (e *ParseError) Unwrap() error { return e.Err }

func (e *ParseError) Error() string {
	if e.Err == ErrFieldCount {
		return fmt.Sprintf("record on line %d: %v", e.Line, e.Err)
	}
	if e.StartLine != e.Line {
		return fmt.Sprintf("record on line %d; parse error on line %d, column %d: %v", e.StartLine, e.Line,
			e.Column, e.Err)
	}
	return fmt.Sprintf("parse error on line %d, column %d: %v", e.Line, e.Column, e.Err)
}

// A Reader reads records.
type Reader struct {
	Comma            rune
	Comment          rune
	FieldsPerRecord  int
	LazyQuotes       bool
	TrimLeadingSpace bool
	ReuseRecord      bool
	r                *bufio.Reader
	line             int
}

// NewReader returns a Reader on r.
func NewReader(r io.Reader) *Reader { return &Reader{Comma: ',', r: bufio.NewReader(r)} }

func (r *Reader) readLine() (string, error) {
	line, err := r.r.ReadString('\n')
	if line == "" && err != nil {
		return "", err
	}
	r.line++
	if strings.HasSuffix(line, "\r\n") {
		line = line[:len(line)-2] + "\n"
	}
	return line, nil
}

// Read reads one record.
func (r *Reader) Read() ([]string, error) {
	for {
		line, err := r.readLine()
		if err != nil {
			return nil, err
		}
		if line == "\n" || r.Comment != 0 && strings.HasPrefix(line, string(r.Comment)) {
			continue
		}
		record, err := r.record(line)
		if err != nil {
			return nil, err
		}
		if r.FieldsPerRecord > 0 && len(record) != r.FieldsPerRecord {
			return record, &ParseError{r.line, r.line, 1, ErrFieldCount}
		}
		if r.FieldsPerRecord == 0 {
			r.FieldsPerRecord = len(record)
		}
		return record, nil
	}
}

func (r *Reader) record(line string) ([]string, error) {
	var out []string
	start, full := r.line, line
	column := func() int { return len(full) - len(line) + 1 }
	comma := string(r.Comma)
	for {
		if r.TrimLeadingSpace {
			line = strings.TrimLeft(line, " \t")
		}
		if !strings.HasPrefix(line, `"`) {
			field, rest, more := strings.Cut(line, comma)
			if !more {
				field = strings.TrimSuffix(field, "\n")
			}
			if i := strings.IndexByte(field, '"'); i >= 0 && !r.LazyQuotes {
				return nil, &ParseError{start, r.line, column() + i, ErrBareQuote}
			}
			out = append(out, field)
			if !more {
				return out, nil
			}
			line = rest
			continue
		}
		line = line[1:]
		field := ""
		for {
			i := strings.IndexByte(line, '"')
			if i < 0 {
				field += line
				next, err := r.readLine()
				if err != nil {
					if r.LazyQuotes {
						return append(out, strings.TrimSuffix(field, "\n")), nil
					}
					return nil, &ParseError{start, r.line, len(strings.TrimSuffix(full, "\n")) + 1, ErrQuote}
				}
				line, full = next, next
				continue
			}
			field += line[:i]
			line = line[i+1:]
			if strings.HasPrefix(line, `"`) {
				field, line = field+`"`, line[1:]
				continue
			}
			break
		}
		out = append(out, field)
		switch {
		case strings.HasPrefix(line, comma):
			line = line[len(comma):]
		case line == "" || line == "\n":
			return out, nil
		default:
			return nil, &ParseError{start, r.line, column() - 1, ErrQuote}
		}
	}
}

// ReadAll reads all records.
func (r *Reader) ReadAll() (records [][]string, err error) {
	for {
		record, err := r.Read()
		if err == io.EOF {
			return records, nil
		}
		if err != nil {
			return nil, err
		}
		records = append(records, record)
	}
}

// A Writer writes records.
type Writer struct {
	Comma   rune
	UseCRLF bool
	w       *bufio.Writer
}

// NewWriter returns a Writer on w.
func NewWriter(w io.Writer) *Writer { return &Writer{Comma: ',', w: bufio.NewWriter(w)} }

func (w *Writer) Write(record []string) error {
	for i, field := range record {
		if i > 0 {
			w.w.WriteRune(w.Comma)
		}
		if field != "" && (field == `\.` || strings.ContainsAny(field, "\"\r\n"+string(w.Comma)) ||
			field[0] == ' ' || field[0] == '\t') {
			field = `"` + strings.ReplaceAll(field, `"`, `""`) + `"`
		}
		w.w.WriteString(field)
	}
	if w.UseCRLF {
		w.w.WriteByte('\r')
	}
	return w.w.WriteByte('\n')
}

func (w *Writer) WriteAll(records [][]string) error {
	for _, record := range records {
		if err := w.Write(record); err != nil {
			return err
		}
	}
	return w.w.Flush()
}

func (w *Writer) Flush()       { w.w.Flush() }
func (w *Writer) Error() error { return w.w.Flush() }
