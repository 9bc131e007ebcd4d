set(SLUICE_SYNTAX_SOURCES
    directive_reader.cpp directive_values.cpp directives.cpp dump.cpp expr_text.cpp
    parser.cpp parser_decl.cpp parser_expr.cpp parser_stmt.cpp parser_type.cpp)
