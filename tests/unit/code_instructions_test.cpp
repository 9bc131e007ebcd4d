// The instruction table: numbers that must never change, and operand formats that every reader relies on.
#include <doctest/doctest.h>

#include "code/emitter.h"
#include "code/instruction.h"

using namespace sluice;

// Numbers are baked into recorded programs and into the interpreter's dispatch; entries in the middle
// would pass all
// other tests.
TEST_CASE("BytecodeIsStable") {
    CHECK(static_cast<int>(Op::Ext) == 0);
    CHECK(static_cast<int>(Op::Move) == 2);
    CHECK(static_cast<int>(Op::Load) == 15);
    CHECK(static_cast<int>(Op::SliceGet) == 25);
    CHECK(static_cast<int>(Op::New) == 52);
    CHECK(static_cast<int>(Op::Add) == 61);
    CHECK(static_cast<int>(Op::AddI) == 85);
    CHECK(static_cast<int>(Op::FAdd) == 102);
    CHECK(static_cast<int>(Op::Eq) == 116);
    CHECK(static_cast<int>(Op::Jmp) == 137);
    CHECK(static_cast<int>(Op::JmpB) == 162);
    CHECK(static_cast<int>(Op::JGeIB) == 176);
    CHECK(static_cast<int>(Op::Call) == 177);
    CHECK(static_cast<int>(Op::Recover) == 191);
    CHECK(static_cast<int>(Op::MakeClosure) == 193);
    CHECK(static_cast<int>(Op::IsType) == 196);
    CHECK(static_cast<int>(Op::MakeMap) == 200);
    CHECK(static_cast<int>(Op::MakeChan) == 209);
    CHECK(static_cast<int>(Op::Select) == 216);
    CHECK(static_cast<int>(Op::Watch) == 218);
}

TEST_CASE("RuntimePanicsAndPrintKindsAreStable") {
    CHECK(static_cast<int>(RuntimePanic::NilDereference) == 0);
    CHECK(static_cast<int>(RuntimePanic::RangeFuncMissedPanic) == 4);
    CHECK(static_cast<int>(RuntimePanic::WrapperNilReceiver) == 7);
    CHECK(static_cast<int>(PrintKind::Bool) == 0);
    CHECK(static_cast<int>(PrintKind::Newline) == 9);
}

TEST_CASE("operand_formats_are_known_characters") {
    const std::string_view known = "-wrxmnfuitejIJKSFNGLWO";
    for (uint32_t i = 0; i < kOpCount; i++) {
        const OpInfo& info = opInfo(static_cast<Op>(i));
        CHECK(info.operands.size() == 4);
        CHECK((info.ext.empty() || info.ext.size() == 4));
        CHECK(info.operands.find_first_not_of(known) == std::string_view::npos);
        CHECK(info.ext.find_first_not_of(known) == std::string_view::npos);
#ifndef __EMSCRIPTEN__  // contracts are left out of downloads
        CHECK(!info.contract.empty());
#endif
    }
}

TEST_CASE("only_loop_jumps_go_backward") {
    for (uint32_t i = 0; i < kOpCount; i++) {
        const Op op = static_cast<Op>(i);
        const std::string_view name = opInfo(op).name;
        if (Emitter::hasBackwardForm(op)) CHECK(name.back() != 'B');
    }
}

TEST_CASE("wide_operands_keep_their_sign") {
    CHECK(Instr::wide(Op::LoadI, 3, -2).bc() == -2);
    CHECK(Instr::wide(Op::LoadI, 3, 0x7FFFFFFF).bc() == 0x7FFFFFFF);
    CHECK(Instr::abc(Op::AddI, 1, 2, 0xFFFF).sc() == -1);
}

TEST_CASE("registers_are_reused_for_the_same_kinds_only") {
    Emitter emitter("", "", false);
    const Reg scalar = emitter.allocate("s");
    emitter.release(scalar);
    const Reg pointer = emitter.allocate("p");
    CHECK(pointer != scalar);
    CHECK(emitter.allocate("s") == scalar);
}

TEST_CASE("blocks_with_pointers_come_first_and_are_zeroed") {
    Emitter emitter("s", "p", false);
    const Reg scalar = emitter.allocate("s");
    const Reg text = emitter.allocate("ps");
    emitter.emit(Op::Move, scalar, text + 1);
    emitter.emit(Op::Ret);
    Function function;
    std::vector<SelectTable> selects;
    CHECK(emitter.finish(function, selects) == Emitter::Outcome::Ok);
    CHECK(function.registerCount == 5);
    CHECK(function.zeroFirst == 2);
    CHECK(function.zeroCount == 2);
    CHECK(function.code[0].a == 4);
    CHECK(function.code[0].b == 3);
}

TEST_CASE("code_after_a_jump_is_dropped_until_a_label") {
    Emitter emitter("", "", false);
    JumpLabel label;
    emitter.jump(label);
    emitter.emit(Op::Nop);
    emitter.bind(label);
    emitter.emit(Op::Ret);
    Function function;
    std::vector<SelectTable> selects;
    CHECK(emitter.finish(function, selects) == Emitter::Outcome::Ok);
    CHECK(function.code.size() == 2);
}

TEST_CASE("far_compare_jumps_ask_for_long_ones") {
    for (const bool longJumps : {false, true}) {
        Emitter emitter("", "s", longJumps);
        JumpLabel label;
        emitter.jumpCompare(Op::JEqI, 0, 1, label);
        for (int i = 0; i < 40000; i++) emitter.emit(Op::Nop);
        emitter.bind(label);
        emitter.emit(Op::Ret);
        Function function;
        std::vector<SelectTable> selects;
        const Emitter::Outcome wanted = longJumps ? Emitter::Outcome::Ok : Emitter::Outcome::NeedsLongJumps;
        CHECK(emitter.finish(function, selects) == wanted);
    }
}
