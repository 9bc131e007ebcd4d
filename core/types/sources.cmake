# Sources of the room types, relative to this folder.
set(SLUICE_TYPES_SOURCES
    arguments.cpp array.cpp assignability.cpp assignments.cpp binary.cpp builtins.cpp call.cpp checker.cpp
    const.cpp constant.cpp constant_text.cpp conversions.cpp decl.cpp decl_type.cpp expr.cpp
    expr_string.cpp format.cpp identical.cpp implements.cpp index.cpp infer.cpp initorder.cpp
    interface.cpp literals.cpp lookup.cpp mono.cpp predicates.cpp range.cpp resolver.cpp return.cpp
    selector.cpp signature.cpp stmt.cpp struct.cpp subst.cpp switch.cpp type.cpp type_context.cpp
    type_string.cpp typeset.cpp typexpr.cpp unify.cpp universe.cpp unsupported.cpp untyped.cpp)
