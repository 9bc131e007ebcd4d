print("hello") // ERROR "syntax error: package statement must be first"
