package main

import (
	"bufio"
	"fmt"
	"strings"
)

func main() {
	var a, b int
	var s string
	var bt []byte
	var u uint8
	var r rune
	n, err := fmt.Sscanf("68656c6c6f", "%x", &s)
	fmt.Println(n, err, s)
	n, err = fmt.Sscanf("6869", "%x", &bt)
	fmt.Println(n, err, string(bt))
	n, err = fmt.Sscanf("xyz", "%c%c", &r, &a)
	fmt.Println(n, err, r, a)
	n, err = fmt.Sscan("1\n2\n3", &a, &b, &s)
	fmt.Println(n, err, a, b, s)
	n, err = fmt.Sscanln("1\n2", &a, &b)
	fmt.Println(n, err)
	n, err = fmt.Sscan("300", &u)
	fmt.Println(n, err)
	n, err = fmt.Sscan("99999999999999999999", &a)
	fmt.Println(n, err)
	in := bufio.NewReader(strings.NewReader("3 4\n7-8\nbob 5\nthe quick\nbrown"))
	var x, y int
	n, err = fmt.Fscan(in, &x, &y)
	fmt.Println(n, err, x+y)
	line, err := in.ReadString('\n')
	fmt.Printf("%q %v\n", line, err)
	n, err = fmt.Fscanf(in, "%d-%d\n", &x, &y)
	fmt.Println(n, err, x, y)
	n, err = fmt.Fscanln(in, &s, &x)
	fmt.Println(n, err, s, x)
	sc := bufio.NewScanner(in)
	sc.Split(bufio.ScanWords)
	for sc.Scan() {
		fmt.Print(sc.Text(), "|")
	}
	fmt.Println(sc.Err())
}
