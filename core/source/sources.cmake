set(SLUICE_SOURCE_SOURCES
  diagnostic.cpp lexer.cpp lexer_literals.cpp lexer_skip.cpp line_directive.cpp text.cpp token.cpp
  unquote.cpp)
