set(SLUICE_SYNTAX_SOURCES
    branches.cpp claim.cpp directive_reader.cpp directive_sites.cpp directives.cpp dump.cpp duration.cpp
    experiment.cpp expr_text.cpp format_comment.cpp format_decl.cpp format_doc.cpp format_expr.cpp
    format_imports.cpp format_layout.cpp format_list.cpp format_printer.cpp format_stmt.cpp format_writer.cpp
    parser.cpp parser_decl.cpp parser_expr.cpp parser_flow.cpp parser_param.cpp parser_stmt.cpp
    parser_type.cpp slider.cpp)
