package main

import "fmt"

func main() {
	fmt.Printf("%d|%5d|%-5d|%05d|%+d|%x|%X|%o|%b|%c|%U|%q\n", 42, 42, 42, 42, 42, 255, 255, 8, 5, 'A', 0x1F600, 'x')
	fmt.Printf("%s|%10s|%-10s|%.2s|%q|%x|%X\n", "go", "go", "go", "golang", "a\"b", "hi", "hi")
	fmt.Printf("%f|%.2f|%8.3f|%-8.1f|%e|%g|%G|%6.2f%%\n", 3.14159, 3.14159, 3.14159, 3.14159, 1234.5, 1e21, 1e-10, 99.5)
	fmt.Printf("%t|%v|%5t|%p\n", true, false, true, nil)
	fmt.Printf("%v %v %v %v\n", 1, "s", 2.5, []string{"a"})
	fmt.Printf("%#x %#o %#q %#v %#v %#v\n", 255, 8, "raw", "s", []int{1}, map[string]int{"a": 1})
	fmt.Printf("%*d|%-*d|%.*f\n", 5, 1, 4, 2, 1, 3.14159)
	fmt.Printf("%[2]d %[1]d %[2]d\n", 1, 2)
	fmt.Printf("%08.3f|%+.1e|% d|%x\n", 3.14159, 12345.678, 7, []byte("abc"))
	fmt.Printf("%T %T %T %T %T %T\n", 1, "s", 2.5, nil, []int{}, struct{ A int }{})
	fmt.Printf("%6.2v|%v|%v\n", 3.14159, int8(-5), uint8(200))
	fmt.Printf("%c%c %s %v\n", 0x4e16, 'é', []string{"a", "b"}, [2]bool{true})
}
