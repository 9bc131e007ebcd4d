package main

func main() {
//line grammar.y:7
	undefined1()
//line other.y:100:20
	undefined2()
}
