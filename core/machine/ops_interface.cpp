// Interfaces: comparing, asserting, method lookup; and the run-time errors the compiler asks for.
#include "heap/compare.h"
#include "machine/ops.h"

namespace sluice {

namespace {

Flow comparePanic(Machine& m, MachineGoroutine& g, const CompareResult& result) {
    if (result.status == CompareStatus::TooDeep) return m.fatal(g, "stack overflow");
    if (result.status == CompareStatus::TooLong) return comparisonTooLong(m, g);
    return m.panicText(g, "comparing uncomparable type " + m.types()[result.type].name);
}

/// How a failed assertion names an interface type: anonymous empty ones are "interface {}".
std::string interfaceName(const RType& type) {
    return type.name == "any" ? std::string("interface {}") : type.name;
}

}  // namespace

Flow comparisonTooLong(Machine& m, MachineGoroutine& g) {
    if (!m.takeTurn(g)) return Flow::Leave;
    const std::string most = std::to_string(kMaxComparedValues);
    return m.stopAtLimit("limit of " + most + " values in one comparison reached");
}

Flow Ops::equalIface(Machine& m, MachineGoroutine& g, Slot* base, Instr in) {
    const CompareResult result =
        equalInterfaces(m.heap(), base[in.b], base[in.b + 1], base[in.c], base[in.c + 1]);
    if (result.status != CompareStatus::Ok) return comparePanic(m, g, result);
    base[in.a] = result.equal;
    m.scheduler().charge(compareCost(result.values));
    return Flow::Next;
}

Flow Ops::equalType(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext) {
    const RType& type = m.types()[ext.a];
    const CompareResult result = equalImages(m.heap(), ext.a, flatImage(m.heap(), type, base + in.b),
                                             flatImage(m.heap(), type, base + in.c));
    if (result.status != CompareStatus::Ok) return comparePanic(m, g, result);
    base[in.a] = result.equal;
    m.scheduler().charge(type.slots + compareCost(result.values));
    return Flow::Next;
}

bool Ops::dynamicImplements(Machine& m, Slot type, TypeId interface) {
    return type != 0 && implements(m.types(), static_cast<TypeId>(type), interface);
}

Flow Ops::assertType(Machine& m, MachineGoroutine& g, Slot* base, Instr in) {
    const Slot have = base[in.a];
    if (have == in.b) return Flow::Next;
    const std::string wanted = m.types()[in.b].name;
    const std::string interface = interfaceName(m.types()[in.c]);
    if (have == 0)
        return m.panicAssertion(g, "interface conversion: " + interface + " is nil, not " + wanted);
    const std::string name = m.types()[static_cast<TypeId>(have)].name;
    std::string text = "interface conversion: " + interface + " is " + name + ", not " + wanted;
    if (name == wanted) text += " (types from different scopes)";
    return m.panicAssertion(g, text);
}

Flow Ops::assertIface(Machine& m, MachineGoroutine& g, Slot* base, Instr in) {
    const Slot have = base[in.a];
    const std::string wanted = interfaceName(m.types()[in.b]);
    if (have == 0) return m.panicAssertion(g, "interface conversion: interface is nil, not " + wanted);
    const RMethod* missing = missingMethod(m.types(), static_cast<TypeId>(have), in.b);
    if (missing == nullptr) return Flow::Next;
    return m.panicAssertion(g, "interface conversion: " + m.types()[static_cast<TypeId>(have)].name +
                                   " is not " + wanted + ": missing method " + missing->name);
}

uint32_t Machine::methodFunction(TypeId type, uint32_t method) {
    const RMethod* found = types()[type].findMethod(method);
    SLUICE_ASSERT(found != nullptr && found->function != kNoFunction);
    MethodCacheEntry& entry = methodCache_[(type * 31 + method) & (kMethodCacheSize - 1)];
    entry.type = type;
    entry.method = method;
    entry.function = found->function;
    return found->function;
}

Flow Ops::runtimePanic(Machine& m, MachineGoroutine& g, RuntimePanic which) {
    switch (which) {
        case RuntimePanic::NilDereference: return m.panicNil(g);
        case RuntimePanic::RangeFuncContinued:
            return m.panicText(
                g, "range function continued iteration after function for loop body returned false");
        case RuntimePanic::RangeFuncAfterExit:
            return m.panicText(g, "range function continued iteration after whole loop exit");
        case RuntimePanic::RangeFuncBodyPanicked:
            return m.panicText(g, "range function continued iteration after loop body panic");
        case RuntimePanic::RangeFuncMissedPanic:
            return m.panicText(g, "range function recovered a loop body panic and did not resume panicking");
        case RuntimePanic::DivideByZero: return m.panicText(g, "integer divide by zero");
        case RuntimePanic::NegativeShift: return m.panicText(g, "negative shift amount");
        case RuntimePanic::WrapperNilReceiver: break;
    }
    // The running function stands for "main.T.Method"; the package's path may have dots before its last
    // slash.
    const std::string name = m.image().function(m.image().functionAt(g.pc)).name;
    const size_t method = name.rfind('.');
    const size_t slash = name.rfind('/', name.find('['));
    const size_t type = name.find('.', slash == std::string::npos ? 0 : slash) + 1;
    if (type == 0 || type > method) return m.panicNil(g);
    const std::string typeName = name.substr(type, method - type);
    return m.panicText(g, "value method " + name + " called using nil *" + typeName + " pointer", true);
}

}  // namespace sluice
