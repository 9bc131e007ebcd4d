package main

import (
	"errors"
	"fmt"
	"strconv"
)

func main() {
	fmt.Println(strconv.Itoa(-45), strconv.FormatInt(255, 16), strconv.FormatFloat(3.14159, 'f', 2, 64), strconv.FormatBool(true), strconv.Quote("a\tb\"c"), strconv.FormatUint(7, 2))
	n, err := strconv.Atoi("123")
	fmt.Println(n, err)
	_, err = strconv.Atoi("12a")
	fmt.Println(err)
	_, err = strconv.ParseInt("99999999999999999999", 10, 64)
	fmt.Println(err, errors.Is(err, strconv.ErrRange))
	i8, err := strconv.ParseInt("200", 10, 8)
	fmt.Println(i8, err)
	h, err := strconv.ParseInt("0xff", 0, 64)
	fmt.Println(h, err)
	u, err := strconv.ParseUint("-1", 10, 64)
	fmt.Println(u, err)
	f, err := strconv.ParseFloat("1e3", 64)
	fmt.Println(f, err)
	_, err = strconv.ParseFloat("x", 64)
	fmt.Println(err)
	b, err := strconv.ParseBool("T")
	fmt.Println(b, err)
	_, err = strconv.ParseBool("maybe")
	fmt.Println(err)
	s, err := strconv.Unquote(`"a\nb"`)
	fmt.Println(s, err)
	fmt.Println(strconv.FormatFloat(1.0/3, 'g', -1, 32), strconv.FormatFloat(1e21, 'f', -1, 64), strconv.FormatFloat(0.000001234, 'e', 3, 64))
	fmt.Println(string(strconv.AppendInt([]byte("n="), 5, 10)), strconv.QuoteRune('☺'), strconv.QuoteToASCII("é"))
}
