package main

func main() {
	goto nowhere // ERROR "label nowhere not defined"
}
