// Package url takes URLs apart and puts them together.
package url

import (
	"errors"
	"slices"
	"strconv"
	"strings"
)

// An Error is an operation on a URL that failed.
type Error struct {
	Op  string
	URL string
	Err error
}

func (e *Error) Unwrap() error { return e.Err }
func (e *Error) Error() string { return e.Op + " " + strconv.Quote(e.URL) + ": " + e.Err.Error() }

func (e *Error) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

func (e *Error) Temporary() bool {
	t, ok := e.Err.(interface{ Temporary() bool })
	return ok && t.Temporary()
}

// EscapeError is a % that is not followed by two hexadecimal digits.
type EscapeError string

func (e EscapeError) Error() string { return "invalid URL escape " + strconv.Quote(string(e)) }

// Userinfo is a name and perhaps a password.
type Userinfo struct {
	username, password string
	passwordSet        bool
}

func User(username string) *Userinfo                   { return &Userinfo{username, "", false} }
func UserPassword(username, password string) *Userinfo { return &Userinfo{username, password, true} }
func (u *Userinfo) Username() string                   { return u.username }
func (u *Userinfo) Password() (string, bool)           { return u.password, u.passwordSet }

func (u *Userinfo) String() string {
	s := escape(u.username, "")
	if u.passwordSet {
		s += ":" + escape(u.password, "")
	}
	return s
}

// A URL is [scheme:][//[userinfo@]host][/]path[?query][#fragment].
type URL struct {
	Scheme      string
	Opaque      string
	User        *Userinfo
	Host        string
	Path        string
	RawPath     string
	ForceQuery  bool
	RawQuery    string
	Fragment    string
	RawFragment string
}

// Parse takes a URL apart.
func Parse(rawURL string) (*URL, error) {
	u, err := parse(rawURL)
	if err != nil {
		return nil, &Error{"parse", rawURL, err}
	}
	return u, nil
}

// ParseRequestURI takes an absolute URL or path apart.
func ParseRequestURI(rawURL string) (*URL, error) {
	u, err := parse(rawURL)
	if err == nil && u.Scheme == "" && !strings.HasPrefix(rawURL, "/") {
		err = errors.New("invalid URI for request")
	}
	if err != nil {
		return nil, &Error{"parse", rawURL, err}
	}
	return u, nil
}

func parse(s string) (*URL, error) {
	u := &URL{}
	for _, c := range []byte(s) {
		if c < ' ' || c == 0x7F {
			return nil, errors.New("net/url: invalid control character in URL")
		}
	}
	var err error
	s, fragment, _ := strings.Cut(s, "#")
	if u.Fragment, err = unescape(fragment, false); err != nil {
		return nil, err
	}
	if s == "" {
		return u, nil
	}
	if s[0] == ':' {
		return nil, errors.New("missing protocol scheme")
	}
	if i := strings.IndexAny(s, ":/?"); i > 0 && s[i] == ':' {
		for j, c := range []byte(s[:i]) {
			letter := 'a' <= c|0x20 && c|0x20 <= 'z'
			if !letter && (j == 0 || !('0' <= c && c <= '9' || strings.IndexByte("+-.", c) >= 0)) {
				i = 0
				break
			}
		}
		if i > 0 {
			u.Scheme, s = strings.ToLower(s[:i]), s[i+1:]
		}
	}
	if strings.HasSuffix(s, "?") && strings.Count(s, "?") == 1 {
		u.ForceQuery, s = true, s[:len(s)-1]
	} else {
		s, u.RawQuery, _ = strings.Cut(s, "?")
	}
	if !strings.HasPrefix(s, "/") {
		if u.Scheme != "" {
			u.Opaque = s
			return u, nil
		}
		if segment, _, _ := strings.Cut(s, "/"); strings.Contains(segment, ":") {
			return nil, errors.New("first path segment in URL cannot contain colon")
		}
	}
	if strings.HasPrefix(s, "//") {
		authority := s[2:]
		s = ""
		if i := strings.IndexByte(authority, '/'); i >= 0 {
			authority, s = authority[:i], authority[i:]
		}
		if i := strings.LastIndexByte(authority, '@'); i >= 0 {
			name, password, has := strings.Cut(authority[:i], ":")
			u.User = &Userinfo{name, password, has}
			authority = authority[i+1:]
		}
		if err = checkPort(authority); err != nil {
			return nil, err
		}
		u.Host = authority
	}
	if u.Path, err = unescape(s, false); err != nil {
		return nil, err
	}
	if escape(u.Path, "/") != s {
		u.RawPath = s
	}
	return u, nil
}

func checkPort(host string) error {
	if strings.Contains(host, " ") {
		return errors.New(`invalid character " " in host name`)
	}
	i := strings.LastIndexByte(host, ':')
	if i < 0 || strings.HasSuffix(host, "]") {
		return nil
	}
	for _, c := range []byte(host[i+1:]) {
		if c < '0' || c > '9' {
			return errors.New("invalid port " + strconv.Quote(host[i:]) + " after host")
		}
	}
	return nil
}

func (u *URL) EscapedPath() string {
	if u.RawPath != "" {
		return u.RawPath
	}
	if u.Path == "*" {
		return "*"
	}
	return escape(u.Path, "/")
}

func (u *URL) String() string {
	var b strings.Builder
	if u.Scheme != "" {
		b.WriteString(u.Scheme + ":")
	}
	if u.Opaque != "" {
		b.WriteString(u.Opaque)
	} else {
		if u.Scheme != "" || u.Host != "" || u.User != nil {
			if u.Host != "" || u.Path != "" || u.User != nil {
				b.WriteString("//")
			}
			if u.User != nil {
				b.WriteString(u.User.String() + "@")
			}
			b.WriteString(u.Host)
		}
		path := u.EscapedPath()
		if path != "" && path[0] != '/' && u.Host != "" {
			b.WriteByte('/')
		}
		b.WriteString(path)
	}
	if u.ForceQuery || u.RawQuery != "" {
		b.WriteString("?" + u.RawQuery)
	}
	if u.Fragment != "" {
		b.WriteString("#" + escape(u.Fragment, "/?"))
	}
	return b.String()
}

func (u *URL) IsAbs() bool   { return u.Scheme != "" }
func (u *URL) Query() Values { v, _ := ParseQuery(u.RawQuery); return v }

func (u *URL) RequestURI() string {
	uri := u.EscapedPath()
	if uri == "" {
		uri = "/"
	}
	if u.ForceQuery || u.RawQuery != "" {
		uri += "?" + u.RawQuery
	}
	return uri
}

func (u *URL) Hostname() string {
	host := u.Host
	if i := strings.LastIndexByte(host, ':'); i >= 0 && !strings.HasSuffix(host, "]") {
		host = host[:i]
	}
	return strings.Trim(host, "[]")
}

func (u *URL) Port() string {
	if i := strings.LastIndexByte(u.Host, ':'); i >= 0 && !strings.HasSuffix(u.Host, "]") {
		return u.Host[i+1:]
	}
	return ""
}

func (u *URL) Redacted() string {
	r := *u
	if r.User != nil && r.User.passwordSet {
		r.User = UserPassword(r.User.username, "xxxxx")
	}
	return r.String()
}

// JoinPath adds elements to the path.
func (u *URL) JoinPath(elem ...string) *URL {
	r := *u
	for _, e := range elem {
		r.Path = strings.TrimSuffix(r.Path, "/") + "/" + strings.TrimPrefix(e, "/")
	}
	r.RawPath = ""
	return &r
}

// Parse resolves a reference: absolute URLs and absolute or relative paths.
func (u *URL) Parse(ref string) (*URL, error) {
	r, err := Parse(ref)
	if err != nil {
		return nil, err
	}
	return u.ResolveReference(r), nil
}

func (u *URL) ResolveReference(ref *URL) *URL {
	r := *ref
	if r.Scheme != "" {
		return &r
	}
	r.Scheme = u.Scheme
	if r.Host != "" {
		return &r
	}
	r.Host, r.User = u.Host, u.User
	switch {
	case r.Path == "":
		r.Path = u.Path
		if r.RawQuery == "" {
			r.RawQuery = u.RawQuery
		}
	case r.Path[0] != '/':
		r.Path = u.Path[:strings.LastIndexByte(u.Path, '/')+1] + r.Path
	}
	var parts []string
	segments := strings.Split(r.Path, "/")
	for i, s := range segments {
		if s == ".." {
			if len(parts) > 1 {
				parts = parts[:len(parts)-1]
			}
		} else if s != "." {
			parts = append(parts, s)
			continue
		}
		if i == len(segments)-1 {
			parts = append(parts, "")
		}
	}
	r.Path, r.RawPath = strings.Join(parts, "/"), ""
	if strings.HasPrefix(r.Path, "//") {
		r.Path = r.Path[1:]
	}
	return &r
}

// Values are the parameters of a query or a form.
type Values map[string][]string

func (v Values) Get(key string) string {
	if vs := v[key]; len(vs) > 0 {
		return vs[0]
	}
	return ""
}

func (v Values) Set(key, value string) { v[key] = []string{value} }
func (v Values) Add(key, value string) { v[key] = append(v[key], value) }
func (v Values) Del(key string)        { delete(v, key) }
func (v Values) Has(key string) bool   { _, ok := v[key]; return ok }

// Encode writes the parameters in the order of their keys.
func (v Values) Encode() string {
	keys := make([]string, 0, len(v))
	for k := range v {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	s := ""
	for _, k := range keys {
		for _, value := range v[k] {
			if s != "" {
				s += "&"
			}
			s += QueryEscape(k) + "=" + QueryEscape(value)
		}
	}
	return s
}

// ParseQuery reads parameters.
func ParseQuery(query string) (Values, error) {
	m := Values{}
	var first error
	for query != "" {
		var key string
		key, query, _ = strings.Cut(query, "&")
		if key == "" {
			continue
		}
		key, value, _ := strings.Cut(key, "=")
		key, err1 := QueryUnescape(key)
		value, err2 := QueryUnescape(value)
		if err1 != nil || err2 != nil {
			if first == nil {
				first = errors.Join(err1, err2)
			}
			continue
		}
		m.Add(key, value)
	}
	return m, first
}

// escape keeps letters, digits, -_.~ and the bytes of keep.
func escape(s, keep string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for _, c := range []byte(s) {
		if 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || strings.IndexByte("-_.~", c) >= 0 ||
			strings.IndexByte(keep, c) >= 0 || keep != "" && keep != "+" && strings.IndexByte("$&+,/:;=@", c) >= 0 {
			b.WriteByte(c)
		} else if c == ' ' && keep == "+" {
			b.WriteByte('+')
		} else {
			b.WriteString("%" + hex[c>>4:c>>4+1] + hex[c&15:c&15+1])
		}
	}
	return b.String()
}

func unescape(s string, plus bool) (string, error) {
	if !strings.Contains(s, "%") && !(plus && strings.Contains(s, "+")) {
		return s, nil
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '%':
			if i+2 >= len(s) {
				return "", EscapeError(s[i:])
			}
			n, err := strconv.ParseUint(s[i+1:i+3], 16, 8)
			if err != nil {
				return "", EscapeError(s[i : i+3])
			}
			b = append(b, byte(n))
			i += 2
		case s[i] == '+' && plus:
			b = append(b, ' ')
		default:
			b = append(b, s[i])
		}
	}
	return string(b), nil
}

// QueryEscape makes s safe for a query.
func QueryEscape(s string) string {
	return strings.ReplaceAll(escape(s, ""), "%20", "+")
}

// PathEscape makes s safe for a segment of a path.
func PathEscape(s string) string { return inSegments.Replace(escape(s, "")) }

// inSegments undoes the escapes of what may stand in one segment of a path.
var inSegments = strings.NewReplacer("%24", "$", "%26", "&", "%2B", "+", "%3A", ":", "%3D", "=", "%40", "@")


func QueryUnescape(s string) (string, error) { return unescape(s, true) }
func PathUnescape(s string) (string, error)  { return unescape(s, false) }
