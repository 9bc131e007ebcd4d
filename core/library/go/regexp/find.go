package regexp

func (re *Regexp) FindStringSubmatchIndex(s string) []int { return re.search(s, 0) }
func (re *Regexp) FindSubmatchIndex(b []byte) []int       { return re.search(string(b), 0) }
func (re *Regexp) FindIndex(b []byte) (loc []int)         { return re.FindStringIndex(string(b)) }

func (re *Regexp) FindStringIndex(s string) (loc []int) {
	if m := re.search(s, 0); m != nil {
		return m[:2]
	}
	return nil
}

func (re *Regexp) FindString(s string) string {
	if m := re.search(s, 0); m != nil {
		return s[m[0]:m[1]]
	}
	return ""
}

func (re *Regexp) Find(b []byte) []byte {
	if m := re.search(string(b), 0); m != nil {
		return b[m[0]:m[1]:m[1]]
	}
	return nil
}

func groups(s string, m []int) []string {
	if m == nil {
		return nil
	}
	out := make([]string, len(m)/2)
	for i := range out {
		if m[2*i] >= 0 {
			out[i] = s[m[2*i]:m[2*i+1]]
		}
	}
	return out
}

func byteGroups(b []byte, m []int) [][]byte {
	if m == nil {
		return nil
	}
	out := make([][]byte, len(m)/2)
	for i := range out {
		if m[2*i] >= 0 {
			out[i] = b[m[2*i]:m[2*i+1]:m[2*i+1]]
		}
	}
	return out
}

func (re *Regexp) FindStringSubmatch(s string) []string { return groups(s, re.search(s, 0)) }
func (re *Regexp) FindSubmatch(b []byte) [][]byte       { return byteGroups(b, re.search(string(b), 0)) }

func (re *Regexp) FindAllString(s string, n int) (out []string) {
	re.all(s, n, func(m []int) { out = append(out, s[m[0]:m[1]]) })
	return out
}

func (re *Regexp) FindAllStringIndex(s string, n int) (out [][]int) {
	re.all(s, n, func(m []int) { out = append(out, m[:2]) })
	return out
}

func (re *Regexp) FindAllStringSubmatch(s string, n int) (out [][]string) {
	re.all(s, n, func(m []int) { out = append(out, groups(s, m)) })
	return out
}

func (re *Regexp) FindAllStringSubmatchIndex(s string, n int) (out [][]int) {
	re.all(s, n, func(m []int) { out = append(out, m) })
	return out
}

func (re *Regexp) FindAll(b []byte, n int) (out [][]byte) {
	re.all(string(b), n, func(m []int) { out = append(out, b[m[0]:m[1]:m[1]]) })
	return out
}

func (re *Regexp) FindAllIndex(b []byte, n int) [][]int { return re.FindAllStringIndex(string(b), n) }

func (re *Regexp) FindAllSubmatch(b []byte, n int) (out [][][]byte) {
	re.all(string(b), n, func(m []int) { out = append(out, byteGroups(b, m)) })
	return out
}

func (re *Regexp) FindAllSubmatchIndex(b []byte, n int) [][]int {
	return re.FindAllStringSubmatchIndex(string(b), n)
}

func (re *Regexp) ReplaceAllString(src, repl string) string {
	return re.replace(src, func(dst []byte, m []int) []byte { return re.template(dst, repl, src, m) })
}

func (re *Regexp) ReplaceAllLiteralString(src, repl string) string {
	return re.replace(src, func(dst []byte, m []int) []byte { return append(dst, repl...) })
}

func (re *Regexp) ReplaceAllStringFunc(src string, repl func(string) string) string {
	return re.replace(src, func(dst []byte, m []int) []byte { return append(dst, repl(src[m[0]:m[1]])...) })
}

func (re *Regexp) ReplaceAll(src, repl []byte) []byte {
	return []byte(re.ReplaceAllString(string(src), string(repl)))
}

func (re *Regexp) ReplaceAllLiteral(src, repl []byte) []byte {
	return []byte(re.ReplaceAllLiteralString(string(src), string(repl)))
}

func (re *Regexp) ReplaceAllFunc(src []byte, repl func([]byte) []byte) []byte {
	return []byte(re.ReplaceAllStringFunc(string(src), func(s string) string { return string(repl([]byte(s))) }))
}

// Expand appends a template with the groups of a match filled in.
func (re *Regexp) Expand(dst []byte, template []byte, src []byte, match []int) []byte {
	return re.template(dst, string(template), string(src), match)
}

// ExpandString is Expand for strings.
func (re *Regexp) ExpandString(dst []byte, template string, src string, match []int) []byte {
	return re.template(dst, template, src, match)
}

// Split cuts s at the matches, into at most n pieces unless n < 0.
func (re *Regexp) Split(s string, n int) []string {
	if n == 0 {
		return nil
	}
	if re.text != "" && s == "" {
		return []string{""}
	}
	var out []string
	begin, end := 0, 0
	for _, m := range re.FindAllStringIndex(s, n) {
		if n > 0 && len(out) == n-1 {
			break
		}
		end = m[0]
		if m[1] != 0 {
			out = append(out, s[begin:end])
		}
		begin = m[1]
	}
	if end != len(s) {
		out = append(out, s[begin:])
	}
	return out
}
