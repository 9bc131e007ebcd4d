package main

import "fmt" // ERROR `"fmt" imported and not used`

func main() {
	printer := fmt // ERROR "use of package fmt not in selector"
	printer.Println("hi")
}
