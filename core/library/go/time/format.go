package time

import "errors"

const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"
	Stamp       = "Jan _2 15:04:05"
	StampMilli  = "Jan _2 15:04:05.000"
	StampMicro  = "Jan _2 15:04:05.000000"
	StampNano   = "Jan _2 15:04:05.000000000"
	DateTime    = "2006-01-02 15:04:05"
	DateOnly    = "2006-01-02"
	TimeOnly    = "15:04:05"
)

func format(unix int64, nsec, offset int, zone, layout string) string

// Format shows t in the manner of the reference time Mon Jan 2 15:04:05 MST 2006.
func (t Time) Format(layout string) string {
	l := t.loc.get()
	return format(t.unixSec(), int(t.nsec()), l.offset, l.zone, layout)
}

func (t Time) AppendFormat(b []byte, layout string) []byte { return append(b, t.Format(layout)...) }

func monotonic(ext int64) string

// String shows t with its monotonic reading, if any.
func (t Time) String() string {
	s := t.Format("2006-01-02 15:04:05.999999999 -0700 MST")
	if t.wall&hasMonotonic != 0 {
		s += monotonic(t.ext)
	}
	return s
}

// GoString shows t as Go source.
func (t Time) GoString() string {
	loc := "time.UTC"
	if t.loc == Local {
		loc = "time.Local"
	} else if t.loc != nil {
		loc = "time.Location(" + quote(t.loc.name) + ")"
	}
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	return "time.Date(" + itoa(year) + ", time." + month.String() + ", " + itoa(day) + ", " + itoa(hour) + ", " +
		itoa(min) + ", " + itoa(sec) + ", " + itoa(int(t.nsec())) + ", " + loc + ")"
}

func (t Time) MarshalJSON() ([]byte, error) { return []byte(`"` + t.Format(RFC3339Nano) + `"`), nil }
func (t Time) MarshalText() ([]byte, error) { return []byte(t.Format(RFC3339Nano)), nil }

func (t *Time) UnmarshalText(data []byte) (err error) {
	*t, err = Parse(RFC3339, string(data))
	return err
}

func (t *Time) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil
	}
	if len(data) < 2 || data[0] != '"' {
		return errors.New("Time.UnmarshalJSON: input is not a JSON string")
	}
	return t.UnmarshalText(data[1 : len(data)-1])
}

func quote(s string) string

// A ParseError says what of a text did not fit its layout.
type ParseError struct {
	Layout, Value, LayoutElem, ValueElem, Message string
}

func (e *ParseError) Error() string {
	if e.Message == "" {
		return "parsing time " + quote(e.Value) + " as " + quote(e.Layout) + ": cannot parse " +
			quote(e.ValueElem) + " as " + quote(e.LayoutElem)
	}
	return "parsing time " + quote(e.Value) + e.Message
}

// parse reads value: kind says what is known of the zone (0 nothing, 1 UTC, 2 an offset, 3 only a name).
func parse(layout, value string) (local int64, nsec, offset, kind int,
	zone, layoutElem, valueElem, message string, ok bool)

// Parse reads a time in the given layout.
func Parse(layout, value string) (Time, error) { return ParseInLocation(layout, value, UTC) }

// ParseInLocation is Parse where the place is loc if the text does not say.
func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	local, nsec, offset, kind, zone, layoutElem, valueElem, message, ok := parse(layout, value)
	if !ok {
		return Time{}, &ParseError{layout, value, layoutElem, valueElem, message}
	}
	switch kind {
	case 1:
		loc = UTC
	case 2:
		if l := loc.get(); l.offset != offset || zone != "" && l.zone != zone {
			loc = FixedZone(zone, offset)
		}
	case 3:
		if loc.get().zone != zone {
			loc = FixedZone(zone, offset)
		}
	}
	return unixIn(local-int64(loc.get().offset), int64(nsec), loc), nil
}
