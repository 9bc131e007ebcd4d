// Spec: String types, For range. Indexing gives bytes, range gives runes and their byte offsets.

package main

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

func main() {
	s := "héllo, 世界\xff!"
	fmt.Println(len(s), utf8.RuneCountInString(s))
	for i, r := range s {
		fmt.Print(i, ":", string(r), "(", r, ") ")
	}
	fmt.Println()
	fmt.Println(s[1], s[2], s[0:2] == "h\xc3")
	fmt.Println([]byte("é"), []rune("é世"))
	fmt.Printf("%q %+q %x % x\n", s, s, "hi", "hi")
	for i := range "ab" {
		fmt.Print(i)
	}
	fmt.Println()
	var sb strings.Builder
	for i := 0; i < 3; i++ {
		sb.WriteByte(byte('a' + i))
		sb.WriteRune('→')
	}
	fmt.Println(sb.String(), sb.Len())
}
