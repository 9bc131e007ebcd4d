package main

import (
	"errors" // ERROR `"errors" imported and not used`
	"fmt"
	"os" // ERROR `"os" imported and not used`
	"sort" // ERROR `"sort" imported and not used`
	"strings" // ERROR `"strings" imported and not used`
	"time" // ERROR `"time" imported and not used`
)

func main() {
	fmt.Println("only fmt")
}
