package main

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

func reverse(s string) string {
	r := []rune(s)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}
func isPalindrome(s string) bool {
	var l []rune
	for _, r := range strings.ToLower(s) {
		if unicode.IsLetter(r) {
			l = append(l, r)
		}
	}
	for i := range l {
		if l[i] != l[len(l)-1-i] {
			return false
		}
	}
	return true
}
func main() {
	s := "Hé, 世界\xff!"
	for i, r := range s {
		fmt.Print(i, ":", string(r), " ")
	}
	fmt.Println(len(s), utf8.RuneCountInString(s), utf8.ValidString(s))
	fmt.Println(reverse("Hello, 世界"), isPalindrome("A man, a plan, a canal: Panama"), string(rune(65)), string([]rune{0x4e16, 'x'}), []byte("é"), []rune("é"), string([]byte{104, 105}))
	b := append(make([]byte, 0, 3), "abc"...)
	b2 := append(b[:1], "XYZ"...)
	fmt.Println(string(b), string(b2), s[1], s[0:1], s[len(s)-1:], "a" < "b", "Z" < "a", "abc"[1] == 'b')
	fmt.Printf("%q %+q %x % x %U %c\n", s, s, "hi", "hi", '世', 0x1F600)
	fmt.Println(`raw\n"string"`, "tab\tq\"\u00e9\x41\101\a"[:5])
	copyN := copy(b, "zz")
	fmt.Println(copyN, string(b))
	fmt.Println(strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return 'a' + (r-'a'+13)%26
		case r >= 'A' && r <= 'Z':
			return 'A' + (r-'A'+13)%26
		}
		return r
	}, "Hello, World"))
	for i := 0; i < len("añ"); i++ {
		fmt.Printf("%x ", "añ"[i])
	}
	fmt.Println()
	var sb strings.Builder
	for i := range 3 {
		sb.WriteString(fmt.Sprint(i))
	}
	fmt.Println(sb.String(), strings.Count("cheese", "e"), strings.Fields(" a  b "), strings.Split("", ","), len(strings.Split("", ",")), strings.Title("foo bar"))
	switch {
	case strings.HasPrefix(s, "H") && !strings.Contains(s, "z"):
		fmt.Println("ok")
		fallthrough
	case false:
		fmt.Println("fell")
	default:
		fmt.Println("no")
	}
}
