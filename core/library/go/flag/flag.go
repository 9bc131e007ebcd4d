// Package flag reads the program's flags.
package flag

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"
)

// ErrHelp is the error when -help or -h is given but not defined.
var ErrHelp = errors.New("flag: help requested")

// ErrorHandling says what happens when flags are malformed.
type ErrorHandling int

const (
	ContinueOnError ErrorHandling = iota
	ExitOnError
	PanicOnError
)

// A Value is what a flag holds.
type Value interface {
	String() string
	Set(string) error
}

// A Getter is a Value that can be taken out.
type Getter interface {
	Value
	Get() any
}

// A Flag is a flag.
type Flag struct {
	Name     string
	Usage    string
	Value    Value
	DefValue string
}

// A holder holds a variable and how to read and show it.
type holder[T any] struct {
	p     *T
	parse func(string) (T, error)
}

func (v *holder[T]) Set(s string) error {
	x, err := v.parse(s)
	if err != nil {
		return err
	}
	*v.p = x
	return nil
}

func (v *holder[T]) Get() any { return *v.p }

func (v *holder[T]) String() string {
	if v.p == nil {
		return ""
	}
	return fmt.Sprint(*v.p)
}

func numError(err error) error {
	if ne, ok := err.(*strconv.NumError); ok {
		if ne.Err == strconv.ErrSyntax {
			return errors.New("parse error")
		}
		return ne.Err
	}
	return err
}

type funcValue func(string) error

func (f funcValue) Set(s string) error { return f(s) }
func (f funcValue) String() string     { return "" }

// A FlagSet is a set of flags.
type FlagSet struct {
	Usage    func()
	name     string
	parsed   bool
	actual   map[string]*Flag
	formal   map[string]*Flag
	args     []string
	handling ErrorHandling
	output   io.Writer
}

// NewFlagSet returns an empty set.
func NewFlagSet(name string, errorHandling ErrorHandling) *FlagSet {
	return &FlagSet{name: name, handling: errorHandling}
}

// CommandLine is the set of the functions of the package.
var CommandLine = NewFlagSet(os.Args[0], ExitOnError)

// Usage prints the flags of CommandLine.
var Usage = func() {
	fmt.Fprintf(CommandLine.Output(), "Usage of %s:\n", os.Args[0])
	PrintDefaults()
}

func (f *FlagSet) Output() io.Writer {
	if f.output == nil {
		return os.Stderr
	}
	return f.output
}

func (f *FlagSet) SetOutput(output io.Writer) { f.output = output }
func (f *FlagSet) Name() string               { return f.name }
func (f *FlagSet) Parsed() bool               { return f.parsed }
func (f *FlagSet) Args() []string             { return f.args }
func (f *FlagSet) NArg() int                  { return len(f.args) }
func (f *FlagSet) NFlag() int                 { return len(f.actual) }
func (f *FlagSet) Lookup(name string) *Flag   { return f.formal[name] }

func (f *FlagSet) Arg(i int) string {
	if i < 0 || i >= len(f.args) {
		return ""
	}
	return f.args[i]
}

func (f *FlagSet) Var(value Value, name string, usage string) {
	if _, twice := f.formal[name]; twice {
		panic(fmt.Sprintf("flag redefined: %s", name))
	}
	if f.formal == nil {
		f.formal = map[string]*Flag{}
	}
	f.formal[name] = &Flag{name, usage, value, value.String()}
}

func (f *FlagSet) Set(name, value string) error {
	flag, ok := f.formal[name]
	if !ok {
		return fmt.Errorf("no such flag -%v", name)
	}
	if err := flag.Value.Set(value); err != nil {
		return err
	}
	if f.actual == nil {
		f.actual = map[string]*Flag{}
	}
	f.actual[name] = flag
	return nil
}

func visit(flags map[string]*Flag, fn func(*Flag)) {
	var names []string
	for name := range flags {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		fn(flags[name])
	}
}

func (f *FlagSet) VisitAll(fn func(*Flag)) { visit(f.formal, fn) }
func (f *FlagSet) Visit(fn func(*Flag))    { visit(f.actual, fn) }

func kindOf(v Value) string {
	switch v.(type) {
	case *holder[bool]:
		return ""
	case *holder[int], *holder[int64]:
		return "int"
	case *holder[uint], *holder[uint64]:
		return "uint"
	case *holder[float64]:
		return "float"
	case *holder[time.Duration]:
		return "duration"
	case *holder[string]:
		return "string"
	}
	return "value"
}

func (f *FlagSet) PrintDefaults() {
	f.VisitAll(func(flag *Flag) {
		kind, usage := kindOf(flag.Value), flag.Usage
		if parts := strings.SplitN(usage, "`", 3); len(parts) == 3 {
			kind, usage = parts[1], parts[0]+parts[1]+parts[2]
		}
		s := "  -" + flag.Name
		if kind != "" {
			s += " " + kind
		}
		if len(s) <= 4 {
			s += "\t"
		} else {
			s += "\n    \t"
		}
		s += strings.ReplaceAll(usage, "\n", "\n    \t")
		if d := flag.DefValue; d != "" && d != "0" && d != "false" && d != "0s" {
			if _, ok := flag.Value.(*holder[string]); ok {
				s += fmt.Sprintf(" (default %q)", d)
			} else {
				s += fmt.Sprintf(" (default %v)", d)
			}
		}
		fmt.Fprintln(f.Output(), s)
	})
}

func (f *FlagSet) usage() {
	switch {
	case f.Usage != nil:
		f.Usage()
	case f == CommandLine:
		Usage()
	default:
		if f.name == "" {
			fmt.Fprintf(f.Output(), "Usage:\n")
		} else {
			fmt.Fprintf(f.Output(), "Usage of %s:\n", f.name)
		}
		f.PrintDefaults()
	}
}

func (f *FlagSet) failf(format string, a ...any) error {
	err := fmt.Errorf(format, a...)
	fmt.Fprintln(f.Output(), err)
	f.usage()
	return err
}

// one reads one flag; false at the first argument that is none.
func (f *FlagSet) one() (bool, error) {
	if len(f.args) == 0 {
		return false, nil
	}
	s := f.args[0]
	if len(s) < 2 || s[0] != '-' {
		return false, nil
	}
	f.args = f.args[1:]
	if s == "--" {
		return false, nil
	}
	name := strings.TrimPrefix(s[1:], "-")
	if name == "" || name[0] == '-' || name[0] == '=' {
		return false, f.failf("bad flag syntax: %s", s)
	}
	name, text, has := strings.Cut(name, "=")
	flag, ok := f.formal[name]
	if !ok {
		if name == "help" || name == "h" {
			f.usage()
			return false, ErrHelp
		}
		return false, f.failf("flag provided but not defined: -%s", name)
	}
	if _, isBool := flag.Value.(*holder[bool]); isBool {
		if !has {
			text = "true"
		}
		if err := f.Set(name, text); err != nil {
			return false, f.failf("invalid boolean value %q for -%s: %v", text, name, err)
		}
		return true, nil
	}
	if !has {
		if len(f.args) == 0 {
			return false, f.failf("flag needs an argument: -%s", name)
		}
		text, f.args = f.args[0], f.args[1:]
	}
	if err := f.Set(name, text); err != nil {
		return false, f.failf("invalid value %q for flag -%s: %v", text, name, err)
	}
	return true, nil
}

// Parse reads flags from arguments.
func (f *FlagSet) Parse(arguments []string) error {
	f.parsed, f.args = true, arguments
	for {
		seen, err := f.one()
		if seen {
			continue
		}
		if err == nil {
			return nil
		}
		switch f.handling {
		case ContinueOnError:
			return err
		case ExitOnError:
			if err == ErrHelp {
				os.Exit(0)
			}
			os.Exit(2)
		default:
			panic(err)
		}
	}
}

func define[T any](f *FlagSet, p *T, name string, def T, usage string, parse func(string) (T, error)) *T {
	*p = def
	f.Var(&holder[T]{p: p, parse: func(s string) (T, error) {
		x, err := parse(s)
		return x, numError(err)
	}}, name, usage)
	return p
}

func parseInt(s string) (int, error) {
	n, err := strconv.ParseInt(s, 0, 64)
	return int(n), err
}
func parseInt64(s string) (int64, error)   { return strconv.ParseInt(s, 0, 64) }
func parseUint64(s string) (uint64, error) { return strconv.ParseUint(s, 0, 64) }
func parseFloat(s string) (float64, error) { return strconv.ParseFloat(s, 64) }
func parseString(s string) (string, error) { return s, nil }
func parseUint(s string) (uint, error) {
	n, err := strconv.ParseUint(s, 0, 64)
	return uint(n), err
}
func parseDuration(s string) (time.Duration, error) {
	d, err := time.ParseDuration(s)
	if err != nil {
		err = errors.New("parse error")
	}
	return d, err
}

func (f *FlagSet) BoolVar(p *bool, name string, value bool, usage string) {
	define(f, p, name, value, usage, strconv.ParseBool)
}
func (f *FlagSet) IntVar(p *int, name string, value int, usage string) {
	define(f, p, name, value, usage, parseInt)
}
func (f *FlagSet) StringVar(p *string, name string, value string, usage string) {
	define(f, p, name, value, usage, parseString)
}
func (f *FlagSet) Float64Var(p *float64, name string, value float64, usage string) {
	define(f, p, name, value, usage, parseFloat)
}
func (f *FlagSet) DurationVar(p *time.Duration, name string, value time.Duration, usage string) {
	define(f, p, name, value, usage, parseDuration)
}

func (f *FlagSet) Bool(name string, value bool, usage string) *bool {
	return define(f, new(bool), name, value, usage, strconv.ParseBool)
}
func (f *FlagSet) Int(name string, value int, usage string) *int {
	return define(f, new(int), name, value, usage, parseInt)
}
func (f *FlagSet) Int64(name string, value int64, usage string) *int64 {
	return define(f, new(int64), name, value, usage, parseInt64)
}
func (f *FlagSet) Uint(name string, value uint, usage string) *uint {
	return define(f, new(uint), name, value, usage, parseUint)
}
func (f *FlagSet) Uint64(name string, value uint64, usage string) *uint64 {
	return define(f, new(uint64), name, value, usage, parseUint64)
}
func (f *FlagSet) String(name string, value string, usage string) *string {
	return define(f, new(string), name, value, usage, parseString)
}
func (f *FlagSet) Float64(name string, value float64, usage string) *float64 {
	return define(f, new(float64), name, value, usage, parseFloat)
}
func (f *FlagSet) Duration(name string, value time.Duration, usage string) *time.Duration {
	return define(f, new(time.Duration), name, value, usage, parseDuration)
}
func (f *FlagSet) Func(name, usage string, fn func(string) error) { f.Var(funcValue(fn), name, usage) }

func BoolVar(p *bool, name string, value bool, usage string) {
	CommandLine.BoolVar(p, name, value, usage)
}
func IntVar(p *int, name string, value int, usage string) { CommandLine.IntVar(p, name, value, usage) }
func StringVar(p *string, name string, value string, usage string) {
	CommandLine.StringVar(p, name, value, usage)
}
func Float64Var(p *float64, name string, value float64, usage string) {
	CommandLine.Float64Var(p, name, value, usage)
}
func DurationVar(p *time.Duration, name string, value time.Duration, usage string) {
	CommandLine.DurationVar(p, name, value, usage)
}
func Bool(name string, value bool, usage string) *bool { return CommandLine.Bool(name, value, usage) }
func Int(name string, value int, usage string) *int    { return CommandLine.Int(name, value, usage) }
func Int64(name string, value int64, usage string) *int64 {
	return CommandLine.Int64(name, value, usage)
}
func Uint(name string, value uint, usage string) *uint { return CommandLine.Uint(name, value, usage) }
func Uint64(name string, value uint64, usage string) *uint64 {
	return CommandLine.Uint64(name, value, usage)
}
func String(name string, value string, usage string) *string {
	return CommandLine.String(name, value, usage)
}
func Float64(name string, value float64, usage string) *float64 {
	return CommandLine.Float64(name, value, usage)
}
func Duration(name string, value time.Duration, usage string) *time.Duration {
	return CommandLine.Duration(name, value, usage)
}
func Func(name, usage string, fn func(string) error) { CommandLine.Func(name, usage, fn) }
func Var(v Value, name string, usage string)         { CommandLine.Var(v, name, usage) }

func Parse()                       { CommandLine.Parse(os.Args[1:]) }
func Parsed() bool                 { return CommandLine.parsed }
func Args() []string               { return CommandLine.args }
func Arg(i int) string             { return CommandLine.Arg(i) }
func NArg() int                    { return len(CommandLine.args) }
func NFlag() int                   { return CommandLine.NFlag() }
func Lookup(name string) *Flag     { return CommandLine.Lookup(name) }
func Set(name, value string) error { return CommandLine.Set(name, value) }
func PrintDefaults()               { CommandLine.PrintDefaults() }
func VisitAll(fn func(*Flag))      { CommandLine.VisitAll(fn) }
func Visit(fn func(*Flag))         { CommandLine.Visit(fn) }

func (f *FlagSet) Int64Var(p *int64, name string, value int64, usage string) {
	define(f, p, name, value, usage, parseInt64)
}
func (f *FlagSet) UintVar(p *uint, name string, value uint, usage string) {
	define(f, p, name, value, usage, parseUint)
}
func (f *FlagSet) Uint64Var(p *uint64, name string, value uint64, usage string) {
	define(f, p, name, value, usage, parseUint64)
}
func Int64Var(p *int64, name string, value int64, usage string) {
	CommandLine.Int64Var(p, name, value, usage)
}
func UintVar(p *uint, name string, value uint, usage string) {
	CommandLine.UintVar(p, name, value, usage)
}
func Uint64Var(p *uint64, name string, value uint64, usage string) {
	CommandLine.Uint64Var(p, name, value, usage)
}
