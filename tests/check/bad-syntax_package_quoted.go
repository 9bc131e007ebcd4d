package "main" // ERROR `syntax error: unexpected literal "main", expected`

import "fmt"

func main() {
	fmt.Println("hello")
}
