//test: go=no there is no mail
package main

import (
	"fmt"
	"net/smtp"
)

func main() {
	fmt.Println(smtp.SendMail("localhost:25", nil, "a@example.com", nil, nil))
}
