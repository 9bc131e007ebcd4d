set(SLUICE_SOURCE_SOURCES diagnostic.cpp lexer.cpp lexer_skip.cpp lexer_literals.cpp text.cpp token.cpp unquote.cpp)
