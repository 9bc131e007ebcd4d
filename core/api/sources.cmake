set(SLUICE_API_SOURCES
  compilation.cpp importer.cpp input_text.cpp limits.cpp package_comment.cpp run.cpp test_main.cpp)
