package time

import (
	"errors"
	"internal/rt"
)

// A Time is an instant. wall holds a flag, seconds since 1885 (with the flag) and nanoseconds; ext holds
// the monotonic reading (with the flag) or the seconds since year 1 (without).
type Time struct {
	wall uint64
	ext  int64
	loc  *Location
}

const (
	hasMonotonic = 1 << 63
	nsecMask     = 1<<30 - 1
	wallToYear1  = 59453308800
	unixToYear1  = 62135596800
	startUnix    = 1257894000
	daySeconds   = 86400
)

// A Location is a place with its difference from UTC.
type Location struct {
	name   string
	zone   string
	offset int
}

var (
	utcLocation   = Location{name: "UTC", zone: "UTC"}
	localLocation = Location{name: "Local", zone: "UTC"}
	UTC           = &utcLocation
	Local         = &localLocation
)

func (l *Location) get() *Location {
	if l == nil {
		return &utcLocation
	}
	return l
}

func (l *Location) String() string { return l.get().name }

// FixedZone returns a Location that always has this name and offset (seconds east of UTC).
func FixedZone(name string, offset int) *Location { return &Location{name, name, offset} }

// LoadLocation knows UTC and Local only.
func LoadLocation(name string) (*Location, error) {
	switch name {
	case "", "UTC":
		return UTC, nil
	case "Local":
		return Local, nil
	}
	return nil, errors.New("unknown time zone " + name)
}

// Now is the current virtual time; the clock starts at 2009-11-10 23:00:00 UTC.
func Now() Time { return at(rt.Nanotime()) }

func at(now int64) Time {
	sec, nsec := startUnix+now/1e9, now%1e9
	return Time{hasMonotonic | uint64(sec+unixToYear1-wallToYear1)<<30 | uint64(nsec), now + 1, Local}
}

func (t *Time) sec() int64 {
	if t.wall&hasMonotonic != 0 {
		return wallToYear1 + int64(t.wall<<1>>31)
	}
	return t.ext
}

func (t *Time) nsec() int32        { return int32(t.wall & nsecMask) }
func (t *Time) unixSec() int64     { return t.sec() - unixToYear1 }
func (t *Time) stripMono()         { *t = Time{t.wall & nsecMask, t.sec(), t.loc} }
func (t *Time) local() int64       { return t.unixSec() + int64(t.loc.get().offset) }
func (t Time) Location() *Location { return t.loc.get() }

func (t *Time) setLoc(loc *Location) {
	if loc == &utcLocation {
		loc = nil
	}
	t.stripMono()
	t.loc = loc
}

func (t Time) IsZero() bool { return t.sec() == 0 && t.nsec() == 0 }

// After tells whether t is later than u.
func (t Time) After(u Time) bool { return t.Compare(u) > 0 }

// Before tells whether t is earlier than u.
func (t Time) Before(u Time) bool { return t.Compare(u) < 0 }

// Equal tells whether t and u are the same instant.
func (t Time) Equal(u Time) bool { return t.Compare(u) == 0 }

// Compare orders t and u.
func (t Time) Compare(u Time) int {
	a, b := t.ext, u.ext
	if t.wall&u.wall&hasMonotonic == 0 {
		a, b = t.sec(), u.sec()
		if a == b {
			a, b = int64(t.nsec()), int64(u.nsec())
		}
	}
	if a < b {
		return -1
	} else if a > b {
		return 1
	}
	return 0
}

// Add returns t+d.
func (t Time) Add(d Duration) Time {
	sec, nsec := t.sec()+int64(d/1e9), int64(t.nsec())+int64(d%1e9)
	if nsec >= 1e9 {
		sec, nsec = sec+1, nsec-1e9
	} else if nsec < 0 {
		sec, nsec = sec-1, nsec+1e9
	}
	if t.wall&hasMonotonic != 0 {
		mono, wall := t.ext+int64(d), sec-wallToYear1
		if (d < 0) == (mono < t.ext) && wall >= 0 && wall < 1<<33 {
			return Time{hasMonotonic | uint64(wall)<<30 | uint64(nsec), mono, t.loc}
		}
	}
	return Time{uint64(nsec), sec, t.loc}
}

// Sub returns t-u.
func (t Time) Sub(u Time) Duration {
	if t.wall&u.wall&hasMonotonic != 0 {
		return Duration(t.ext - u.ext)
	}
	d := Duration(t.sec()-u.sec())*Second + Duration(t.nsec()-u.nsec())
	switch {
	case u.Add(d).Equal(t):
		return d
	case t.Before(u):
		return minDuration
	}
	return maxDuration
}

// Since is the time since t.
func Since(t Time) Duration { return Now().Sub(t) }

// Until is the time until t.
func Until(t Time) Duration { return t.Sub(Now()) }

// civil splits seconds since 1970 into a date.
func civil(sec int64) (year, month, day, yday int)

// days counts the days from 1970 to a date; months and days outside their range carry over.
func daysTo(year, month, day int) int64

// Date returns the instant of a date; values outside their range carry over.
func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	if n := nsec / 1e9; nsec >= 1e9 || nsec < 0 {
		sec, nsec = sec+n, nsec-n*1e9
		if nsec < 0 {
			sec, nsec = sec-1, nsec+1e9
		}
	}
	unix := daysTo(year, int(month), day)*daySeconds + int64(hour)*3600 + int64(min)*60 + int64(sec)
	return unixIn(unix-int64(loc.offset), int64(nsec), loc)
}

func unixIn(sec, nsec int64, loc *Location) Time {
	t := Time{uint64(nsec), sec + unixToYear1, loc}
	t.setLoc(loc)
	return t
}

// Unix returns the instant sec seconds and nsec nanoseconds after 1970.
func Unix(sec int64, nsec int64) Time {
	if nsec < 0 || nsec >= 1e9 {
		sec, nsec = sec+nsec/1e9, nsec%1e9
		if nsec < 0 {
			sec, nsec = sec-1, nsec+1e9
		}
	}
	return unixIn(sec, nsec, Local)
}

func UnixMilli(msec int64) Time { return Unix(msec/1e3, (msec%1e3)*1e6) }
func UnixMicro(usec int64) Time { return Unix(usec/1e6, (usec%1e6)*1e3) }

func (t Time) Unix() int64      { return t.unixSec() }
func (t Time) UnixMilli() int64 { return t.unixSec()*1e3 + int64(t.nsec())/1e6 }
func (t Time) UnixMicro() int64 { return t.unixSec()*1e6 + int64(t.nsec())/1e3 }
func (t Time) UnixNano() int64  { return t.unixSec()*1e9 + int64(t.nsec()) }

func (t Time) Date() (year int, month Month, day int) {
	year, m, day, _ := civil(t.local())
	return year, Month(m), day
}

func (t Time) Year() int {
	year, _, _ := t.Date()
	return year
}

func (t Time) Month() Month {
	_, month, _ := t.Date()
	return month
}

func (t Time) Day() int {
	_, _, day := t.Date()
	return day
}

func (t Time) YearDay() int {
	_, _, _, yday := civil(t.local())
	return yday
}

// ofDay is the number of seconds since midnight.
func (t Time) ofDay() int {
	s := t.local() % daySeconds
	if s < 0 {
		s += daySeconds
	}
	return int(s)
}

func (t Time) Clock() (hour, min, sec int) {
	s := t.ofDay()
	return s / 3600, s / 60 % 60, s % 60
}

func (t Time) Hour() int       { return t.ofDay() / 3600 }
func (t Time) Minute() int     { return t.ofDay() / 60 % 60 }
func (t Time) Second() int     { return t.ofDay() % 60 }
func (t Time) Nanosecond() int { return int(t.nsec()) }

func (t Time) Weekday() Weekday {
	days := (t.local() - int64(t.ofDay())) / daySeconds
	return Weekday(((days+4)%7 + 7) % 7)
}

// ISOWeek returns the week of ISO 8601.
func (t Time) ISOWeek() (year, week int) {
	thursday := t.AddDate(0, 0, 3-int(t.Weekday()+6)%7)
	return thursday.Year(), (thursday.YearDay()-1)/7 + 1
}

func (t Time) AddDate(years, months, days int) Time {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	return Date(year+years, month+Month(months), day+days, hour, min, sec, int(t.nsec()), t.Location())
}

func (t Time) UTC() Time {
	t.setLoc(&utcLocation)
	return t
}

func (t Time) Local() Time {
	t.setLoc(Local)
	return t
}

func (t Time) In(loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Time.In")
	}
	t.setLoc(loc)
	return t
}

func (t Time) Zone() (name string, offset int) {
	l := t.loc.get()
	return l.zone, l.offset
}

func (t Time) IsDST() bool { return false }

// since1 is the number of nanoseconds of t modulo d, counted from year 1.
func (t Time) remainder(d Duration) Duration {
	sec, nsec := t.sec(), int64(t.nsec())
	neg := sec < 0
	if neg {
		sec, nsec = -sec, -nsec
		if nsec < 0 {
			sec, nsec = sec-1, nsec+1e9
		}
	}
	r := Duration(0)
	if d%Second == 0 {
		r = Duration(sec%int64(d/Second)) * Second
	} else {
		for bit := 62; bit >= 0; bit-- {
			r = r * 2 % d
			if sec>>bit&1 != 0 {
				r = (r + Second%d) % d
			}
		}
	}
	r = (r + Duration(nsec)) % d
	if neg && r != 0 {
		r = d - r
	}
	return r
}

// Truncate rounds t down to a multiple of d since year 1.
func (t Time) Truncate(d Duration) Time {
	t.stripMono()
	if d <= 0 {
		return t
	}
	return t.Add(-t.remainder(d))
}

// Round rounds t to the nearest multiple of d since year 1.
func (t Time) Round(d Duration) Time {
	t.stripMono()
	if d <= 0 {
		return t
	}
	r := t.remainder(d)
	if r+r < d {
		return t.Add(-r)
	}
	return t.Add(d - r)
}
