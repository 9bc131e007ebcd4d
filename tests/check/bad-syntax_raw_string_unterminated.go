package main

import "fmt" // ERROR `"fmt" imported and not used`

func main() {
	text := `first line // ERROR "declared and not used: text" "string not terminated"
second line
	fmt.Println(text)
}
