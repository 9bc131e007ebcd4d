// Package tabwriter aligns columns that are separated by tabs.
package tabwriter

import (
	"io"
	"unicode/utf8"
)

const (
	FilterHTML uint = 1 << iota
	StripEscape
	AlignRight
	DiscardEmptyColumns
	TabIndent
	Debug
)

// Escape surrounds text that is taken as it is.
const Escape = '\xff'

type cell struct {
	text  string
	width int
}

// A Writer keeps lines until their columns are known.
type Writer struct {
	out                         io.Writer
	minwidth, tabwidth, padding int
	padchar                     byte
	flags                       uint
	lines                       [][]cell
	text                        []byte
	err                         error
	open                        bool
}

// NewWriter returns a Writer.
func NewWriter(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	return new(Writer).Init(output, minwidth, tabwidth, padding, padchar, flags)
}

func (w *Writer) Init(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	if minwidth < 0 || tabwidth < 0 || padding < 0 {
		panic("negative minwidth, tabwidth, or padding")
	}
	*w = Writer{out: output, minwidth: minwidth, tabwidth: tabwidth, padding: padding, padchar: padchar,
		flags: flags}
	if padchar == '\t' {
		w.flags &^= AlignRight
	}
	w.lines = [][]cell{{}}
	return w
}

func (w *Writer) endCell() {
	last := len(w.lines) - 1
	w.lines[last] = append(w.lines[last], cell{string(w.text), utf8.RuneCount(w.text)})
	w.text = w.text[:0]
}

func (w *Writer) Write(buf []byte) (n int, err error) {
	for _, c := range buf {
		switch c {
		case '\t', '\v':
			w.endCell()
		case '\n', '\f':
			w.endCell()
			cells := len(w.lines[len(w.lines)-1])
			w.lines = append(w.lines, []cell{})
			if c == '\f' || cells == 1 {
				// A line without tabs ends all columns.
				w.flush()
			}
		default:
			w.text = append(w.text, c)
		}
	}
	return len(buf), w.err
}

// Flush writes what is left.
func (w *Writer) Flush() error {
	w.endCell()
	w.flush()
	return w.err
}

func (w *Writer) write(s string) {
	if w.err == nil && s != "" {
		_, w.err = io.WriteString(w.out, s)
	}
}

func (w *Writer) pad(text, column int, tabs bool) {
	if w.padchar == '\t' || tabs {
		if w.tabwidth == 0 {
			return
		}
		column = (column + w.tabwidth - 1) / w.tabwidth * w.tabwidth
		for n := (column - text + w.tabwidth - 1) / w.tabwidth; n > 0; n-- {
			w.write("\t")
		}
		return
	}
	for n := column - text; n > 0; n-- {
		w.write(string(rune(w.padchar)))
	}
}

// flush writes all lines; the last one is open if it has cells: its newline has not come yet.
func (w *Writer) flush() {
	lines := w.lines
	w.lines = [][]cell{{}}
	last := len(lines) - 1
	w.open = len(lines[last]) > 0
	if !w.open {
		lines = lines[:last]
	}
	w.format(lines, 0, len(lines), nil)
}

// format writes lines a … b, whose first columns have the given widths.
func (w *Writer) format(lines [][]cell, a, b int, widths []int) {
	column := len(widths)
	for i := a; i < b; i++ {
		if column >= len(lines[i])-1 {
			continue
		}
		w.print(lines, a, i, widths)
		a = i
		width, discardable := w.minwidth, true
		for ; i < b && column < len(lines[i])-1; i++ {
			c := lines[i][column]
			width = max(width, c.width+w.padding)
			if c.width > 0 {
				discardable = false
			}
		}
		if discardable && w.flags&DiscardEmptyColumns != 0 {
			width = 0
		}
		w.format(lines, a, i, append(widths[:column:column], width))
		a = i
		i--
	}
	w.print(lines, a, b, widths)
}

func (w *Writer) print(lines [][]cell, a, b int, widths []int) {
	for i := a; i < b; i++ {
		tabs := w.flags&TabIndent != 0
		for j, c := range lines[i] {
			if j > 0 && w.flags&Debug != 0 {
				w.write("|")
			}
			if c.width == 0 {
				if j < len(widths) {
					w.pad(0, widths[j], tabs)
				}
				continue
			}
			tabs = false
			if w.flags&AlignRight == 0 {
				w.write(c.text)
				if j < len(widths) {
					w.pad(c.width, widths[j], false)
				}
			} else {
				if j < len(widths) {
					w.pad(c.width, widths[j], false)
				}
				w.write(c.text)
			}
		}
		if i < len(lines)-1 || !w.open {
			w.write("\n")
		}
	}
}
