set(SLUICE_SYNTAX_SOURCES
    branches.cpp directive_reader.cpp directive_sites.cpp directives.cpp dump.cpp duration.cpp expr_text.cpp
    parser.cpp parser_decl.cpp parser_expr.cpp parser_flow.cpp parser_param.cpp parser_stmt.cpp
    parser_type.cpp slider.cpp)
