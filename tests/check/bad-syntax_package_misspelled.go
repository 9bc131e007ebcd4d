packge main // ERROR "syntax error: package statement must be first"

import "fmt"

func main() {
	fmt.Println("hello")
}
