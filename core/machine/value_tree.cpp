#include "machine/value_tree.h"

#include "heap/compare.h"
#include "heap/map.h"
#include "sync/channel.h"

namespace sluice {

namespace {

/// Registers of variables that have not been set yet may hold anything.
bool isReadable(Machine& machine, Slot pointer) {
    return pointer != 0 && machine.heap().isObject(pointerObject(pointer));
}

ValuePlace dynamicValue(Machine& machine, const Slot* image) {
    ValuePlace place;
    if (image[0] == 0 || image[0] >= machine.types().types.size()) return place;
    place.type = static_cast<TypeId>(image[0]);
    Slot scratch = 0;
    const Slot* found = interfaceImage(machine.heap(), place.type, image[1], &scratch);
    place.isOwn = found == &scratch;
    place.own = scratch;
    place.image = found == &scratch ? nullptr : found;
    return place;
}

/// Goes through interfaces to what they hold.
ValuePlace behindInterfaces(Machine& machine, ValuePlace place) {
    while (place.type != 0 && place.data() != nullptr && machine.types()[place.type].isInterface())
        place = dynamicValue(machine, place.data());
    return place;
}

bool hasFieldsOrElements(const RType& type) {
    return type.kind == RKind::Struct || type.kind == RKind::Array;
}

/// What opening a value shows the parts of: pointers to structs and arrays are what they point to, other
/// pointers have one part, their target.
ValuePlace opened(Machine& machine, ValuePlace place) {
    place = behindInterfaces(machine, place);
    if (place.type == 0 || place.data() == nullptr) return {};
    const RType& type = machine.types()[place.type];
    if (type.kind != RKind::Pointer) return place;
    if (!isReadable(machine, place.data()[0])) return {};
    if (!hasFieldsOrElements(machine.types()[type.elem])) return place;
    ValuePlace target;
    target.type = type.elem;
    target.image = machine.heap().slotAt(place.data()[0]);
    return target;
}

ValuePlace elementAt(Machine& machine, TypeId type, const uint8_t* data, uint64_t index) {
    const RType& elem = machine.types()[type];
    ValuePlace place;
    place.type = type;
    if (elem.packed()) {
        place.isOwn = true;
        place.own = data[index];
    } else {
        place.image = reinterpret_cast<const Slot*>(data) + index * elem.slots;
    }
    return place;
}

void addElements(Machine& machine, TypeId type, const uint8_t* data, uint64_t from, uint64_t to,
                 std::vector<ValuePart>& out) {
    for (uint64_t i = from; i < to; ++i)
        out.push_back({"[" + std::to_string(i) + "]", elementAt(machine, type, data, i)});
}

void addEntries(Machine& machine, const ValuePlace& map, uint64_t from, uint64_t to,
                std::vector<ValuePart>& out) {
    const RType& type = machine.types()[map.type];
    MapIterator iterator = mapIterate(machine.heap(), map.type, map.data()[0], 0);
    for (uint64_t i = 0; i < to; ++i) {
        const MapEntry entry = mapNext(machine.heap(), map.type, iterator);
        if (entry.key == nullptr) return;
        if (i < from) continue;
        ValuePlace key;
        key.type = type.key;
        key.image = entry.key;
        ValuePlace value;
        value.type = type.elem;
        value.image = entry.value;
        out.push_back({"[" + describePlace(machine, "", key).value + "]", value});
    }
}

/// What a func value holds; nothing when it is nil or holds nothing. @param closure its pointer
const std::vector<CapturedVariable>& capturesOf(Machine& machine, Slot closure) {
    static const std::vector<CapturedVariable> none;
    if (!isReadable(machine, closure)) return none;
    return machine.image().function(static_cast<uint32_t>(machine.heap().slotAt(closure)[0])).captures;
}

void addCaptures(Machine& machine, Slot closure, uint64_t from, uint64_t to, std::vector<ValuePart>& out) {
    const std::vector<CapturedVariable>& captures = capturesOf(machine, closure);
    for (uint64_t i = from; i < to; ++i) {
        const CapturedVariable& captured = captures[i];
        const Slot* slot = machine.heap().slotAt(closure) + captured.slot;
        if (!captured.isCell) {
            out.push_back({captured.name, placeOfRegisters(machine, captured.type, slot)});
            continue;
        }
        ValuePlace cell;
        cell.type = captured.type;
        if (isReadable(machine, *slot)) cell.image = machine.heap().slotAt(*slot);
        out.push_back({captured.name, cell});
    }
}

/// The values in a channel's buffer, the next to be received first.
void addBuffered(Machine& machine, Slot channel, uint64_t from, uint64_t to, std::vector<ValuePart>& out) {
    const ChannelHeader& c = *channelAt(machine.sync(), channel);
    if (c.buffer == 0) return;
    const Slot* slots = machine.heap().slotAt(c.buffer);
    for (uint64_t i = from; i < to; ++i) {
        const uint64_t index = (c.first + i) % c.capacity;
        const Slot* image = slots + index * c.elementSlots;
        out.push_back({"slot " + std::to_string(i + 1), placeOfRegisters(machine, c.elementType, image)});
    }
}

}  // namespace

ValuePlace placeOfRegisters(Machine& machine, TypeId type, const Slot* registers) {
    ValuePlace place;
    place.type = type;
    place.image = registers;
    if (!machine.types()[type].big) return place;
    place.image = isReadable(machine, registers[0]) ? machine.heap().slotAt(registers[0]) : nullptr;
    return place;
}

uint64_t partCount(Machine& machine, const ValuePlace& closed) {
    const ValuePlace place = opened(machine, closed);
    if (place.type == 0 || place.data() == nullptr) return 0;
    const RType& type = machine.types()[place.type];
    const Slot* image = place.data();
    switch (type.kind) {
        case RKind::Struct: return type.fields.size();
        case RKind::Array: return type.length;
        case RKind::Slice: return isReadable(machine, image[0]) ? image[1] : 0;
        case RKind::Map: return isReadable(machine, image[0]) ? mapLength(machine.heap(), image[0]) : 0;
        case RKind::Chan: {
            if (!isReadable(machine, image[0])) return 0;
            const ChannelHeader& c = *channelAt(machine.sync(), image[0]);
            return c.buffer == 0 ? 0 : c.count;
        }
        case RKind::Pointer: return 1;
        case RKind::Func: return capturesOf(machine, image[0]).size();
        default: return 0;
    }
}

std::vector<ValuePart> partsOf(Machine& machine, const ValuePlace& closed, uint64_t from, uint64_t count) {
    std::vector<ValuePart> parts;
    const uint64_t all = partCount(machine, closed);
    if (from >= all) return parts;
    const uint64_t to = count < all - from ? from + count : all;
    const ValuePlace place = opened(machine, closed);
    const RType& type = machine.types()[place.type];
    const Slot* image = place.data();
    switch (type.kind) {
        case RKind::Struct:
            for (uint64_t i = from; i < to; ++i) {
                const RField& field = type.fields[i];
                ValuePlace part;
                part.type = field.type;
                part.image = image + field.slotOffset;
                parts.push_back({field.name, part});
            }
            break;
        case RKind::Array:
            addElements(machine, type.elem, reinterpret_cast<const uint8_t*>(image), from, to, parts);
            break;
        case RKind::Slice:
            addElements(machine, type.elem, machine.heap().at(image[0]), from, to, parts);
            break;
        case RKind::Map: addEntries(machine, place, from, to, parts); break;
        case RKind::Chan: addBuffered(machine, image[0], from, to, parts); break;
        case RKind::Pointer: {
            ValuePlace target;
            target.type = type.elem;
            target.image = machine.heap().slotAt(image[0]);
            parts.push_back({"*", target});
            break;
        }
        case RKind::Func: addCaptures(machine, image[0], from, to, parts); break;
        default: break;
    }
    return parts;
}

InspectedLocal describePlace(Machine& machine, std::string name, const ValuePlace& place) {
    InspectedLocal view;
    view.name = std::move(name);
    const RType& type = machine.types()[place.type];
    view.type = type.name;
    if (place.data() == nullptr) {
        view.value = "zero " + type.name;
        return view;
    }
    view.value = machine.formatMemory(place.type, place.data(), kMaxInspectedBytes, true);
    view.parts = partCount(machine, place);
    const ValuePlace inner = behindInterfaces(machine, place);
    if (inner.type == 0 || inner.data() == nullptr) return view;
    const RKind kind = machine.types()[inner.type].kind;
    const bool leads = kind == RKind::Pointer || kind == RKind::Slice || kind == RKind::Map ||
                       kind == RKind::Chan || (kind == RKind::Func && view.parts > 0);
    if (!leads || !isReadable(machine, inner.data()[0])) return view;
    view.target = inner.data()[0];
    if (kind == RKind::Chan) view.object = channelAt(machine.sync(), inner.data()[0])->number;
    return view;
}

std::vector<LocalPlace> Machine::localsOf(const MachineGoroutine& g, const FrameCursor& frame) {
    std::vector<LocalPlace> locals;
    const Function& function = image_.function(frame.function);
    const uint32_t pc = frame.pc - image_.functions[frame.function].start;
    for (const LocalVariable& local : function.locals) {
        if (pc < local.firstPc || pc >= local.endPc) continue;
        const Slot* registers = g.stack + frame.base + local.reg;
        if (!local.isCell) {
            locals.push_back({&local, placeOfRegisters(*this, local.type, registers)});
            continue;
        }
        if (registers[0] == 0 || !heap_.isObject(pointerObject(registers[0]))) continue;
        ValuePlace place;
        place.type = local.type;
        place.image = heap_.slotAt(registers[0]);
        locals.push_back({&local, place});
    }
    return locals;
}

std::vector<InspectedLocal> Machine::inspectGlobals() {
    std::vector<InspectedLocal> views;
    for (const GlobalVariable& global : program().globals) {
        if (global.isLibrary || global.name.ends_with("._")) continue;
        ValuePlace place;
        place.type = global.type;
        place.image = heap_.slotAt(globalPointer(global.slot));
        // The package's name says nothing: there is only one.
        views.push_back(describePlace(*this, global.name.substr(global.name.rfind('.') + 1), place));
    }
    return views;
}

namespace {

/// Takes a decimal number off the front of `text`; false when there is none.
bool takeNumber(std::string_view& text, uint64_t& out) {
    size_t digits = 0;
    out = 0;
    while (digits < text.size() && digits < 10 && text[digits] >= '0' && text[digits] <= '9')
        out = out * 10 + static_cast<uint64_t>(text[digits++] - '0');
    text.remove_prefix(digits);
    return digits > 0;
}

bool takeChar(std::string_view& text, char c) {
    if (text.empty() || text[0] != c) return false;
    text.remove_prefix(1);
    return true;
}

}  // namespace

bool Machine::placeOfRoot(std::string_view& path, ValuePlace& place) {
    uint64_t number = 0;
    if (takeChar(path, 'p')) {
        if (!takeNumber(path, number)) return false;
        for (const GlobalVariable& global : program().globals) {
            if (global.isLibrary || global.name.ends_with("._")) continue;
            if (number-- > 0) continue;
            place.type = global.type;
            place.image = heap_.slotAt(globalPointer(global.slot));
            return true;
        }
        return false;
    }
    uint64_t frameIndex = 0;
    uint64_t localIndex = 0;
    if (!takeChar(path, 'g') || !takeNumber(path, number) || !takeChar(path, '.') ||
        !takeNumber(path, frameIndex) || !takeChar(path, '.') || !takeNumber(path, localIndex))
        return false;
    for (Goroutine* g = scheduler_.first(); g != nullptr; g = g->allNext) {
        if (g->number != number) continue;
        const auto& goroutine = *static_cast<MachineGoroutine*>(g);
        const std::vector<FrameCursor> frames = shownFrames(goroutine);
        if (frameIndex >= frames.size()) return false;
        const std::vector<LocalPlace> locals = localsOf(goroutine, frames[frameIndex]);
        if (localIndex >= locals.size()) return false;
        place = locals[localIndex].place;
        return true;
    }
    return false;
}

std::vector<InspectedLocal> Machine::inspectParts(std::string_view path, uint64_t from, uint64_t count) {
    ValuePlace place;
    if (!placeOfRoot(path, place)) return {};
    while (takeChar(path, '/')) {
        uint64_t index = 0;
        if (!takeNumber(path, index)) return {};
        std::vector<ValuePart> parts = partsOf(*this, place, index, 1);
        if (parts.empty()) return {};
        place = parts[0].place;
    }
    if (!path.empty()) return {};
    std::vector<InspectedLocal> views;
    for (ValuePart& part : partsOf(*this, place, from, count))
        views.push_back(describePlace(*this, std::move(part.name), part.place));
    return views;
}

}  // namespace sluice
