#include <stdio.h> // ERROR "invalid character U+0023 '#'" "syntax error: package statement must be first"

int main() {
	printf("hello");
}
