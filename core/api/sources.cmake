set(SLUICE_API_SOURCES
  comparison.cpp compilation.cpp experiment.cpp front_end.cpp importer.cpp input_text.cpp judge_claim.cpp
  limits.cpp package_comment.cpp run.cpp test_main.cpp)
