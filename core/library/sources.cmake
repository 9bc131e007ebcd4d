set(SLUICE_LIBRARY_SOURCES
  digests.cpp format_basic.cpp format_print.cpp format_value.cpp json_decode.cpp json_encode.cpp
  json_text.cpp library.cpp math_functions.cpp math_special.cpp natives_fmt.cpp natives_hash.cpp
  natives_json.cpp natives_math.cpp natives_rt.cpp natives_sort.cpp natives_strconv.cpp natives_strings.cpp
  natives_sync.cpp natives_time.cpp natives_world.cpp number_parse.cpp number_text.cpp quote.cpp
  random_tables.cpp scan.cpp time_parse.cpp time_text.cpp unicode.cpp unicode_case.cpp
  unicode_categories.cpp)
