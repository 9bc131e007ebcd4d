#pragma once
// Where a trace says that an instruction is.
#include "machine/image.h"
#include "source/line_directive.h"

namespace sluice {

/// The file and line of a global pc as messages show them; an empty file when unknown.
ShownPlace shownPlaceOf(const Image& image, uint32_t pc);

}  // namespace sluice
