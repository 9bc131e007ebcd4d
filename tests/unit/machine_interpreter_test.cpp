// The interpreter on small hand-assembled programs: what needs no compiler.
#include <doctest/doctest.h>

#include <memory>

#include "machine/machine.h"
#include "source/text.h"
#include "trace/recorder.h"

using namespace sluice;

namespace {

/// A program under construction, and one run of it.
struct Bench {
    Program program;
    FileSet files;
    VectorSink sink;
    Recorder recorder{nullptr};
    Strategy strategy{1};
    SchedulerOptions options;
    std::unique_ptr<Scheduler> scheduler;
    std::unique_ptr<Image> image;
    std::unique_ptr<Machine> machine;
    Limits limits;

    Bench() {
        program.functions.resize(1);
        program.sites.resize(1);
        program.methodNames.resize(1);
        RType type;
        type.kind = RKind::String;
        type.name = "string";
        program.types.types.push_back(type);
        program.known.stringType = 1;
        type.kind = RKind::Int;
        type.name = "int";
        program.types.types.push_back(type);
        program.known.intType = 2;
        finishTypes(program.types);
        program.globalsLayout = program.types.layouts.internScalars(4);
    }

    uint32_t add(const char* name, std::vector<Instr> code, uint32_t registers, uint32_t results,
                 uint32_t params, uint32_t window = 8) {
        Function function;
        function.name = name;
        function.code = std::move(code);
        function.registerCount = registers;
        function.windowCount = window;
        function.resultSlots = results;
        function.paramSlots = params;
        function.positions.push_back({0, Pos(), true});
        program.functions.push_back(std::move(function));
        return static_cast<uint32_t>(program.functions.size() - 1);
    }

    Outcome run(uint32_t entry) {
        program.entryFunction = program.mainFunction = entry;
        scheduler = std::make_unique<Scheduler>(options, recorder, strategy);
        image = prepareImage(program, files, nullptr, 0);
        machine = std::make_unique<Machine>(*image, *scheduler, limits);
        machine->start();
        return scheduler->advance({});
    }

    Slot global(uint32_t slot) {
        // Globals are the first object of their layout; read them through a fresh pointer as the program
        // would.
        return machine->heap().slotAt(machine->globalPointer(slot))[0];
    }
};

Instr abc(Op op, uint32_t a, uint32_t b = 0, uint32_t c = 0, uint32_t d = 0) {
    return Instr::abc(op, a, b, c, d);
}
Instr wide(Op op, uint32_t a, int32_t bc, uint32_t d = 0) { return Instr::wide(op, a, bc, d); }

}  // namespace

TEST_CASE("a loop adds up and main's return ends the run") {
    Bench bench;
    // R0 = 0; for R1 = 0; R1 < 1000000; R1++ { R0 += R1 }; global 0 = R0
    const uint32_t main = bench.add(
        "main.main",
        {wide(Op::LoadI, 0, 0), wide(Op::LoadI, 1, 0), wide(Op::LoadI, 2, 1000000), abc(Op::Add, 0, 0, 1),
         abc(Op::AddI, 1, 1, 1), abc(Op::JLtB, 1, 2, static_cast<uint16_t>(-3)), wide(Op::StoreG, 0, 0, 1),
         abc(Op::Ret, 0)},
        3, 0, 0);
    CHECK(bench.run(main) == Outcome::MainReturned);
    CHECK(bench.global(0) == 499999500000ull);
    CHECK(bench.scheduler->exitCode() == 0);
}

TEST_CASE("recursive calls keep their registers while the stack grows") {
    Bench bench;
    // fib(n): R0 result, R1 n
    const uint32_t fib = 1;
    bench.add("main.fib",
              {abc(Op::JGeI, 1, 2, 2), abc(Op::Move, 0, 1), abc(Op::Ret, 0),
               abc(Op::AddI, 7, 1, static_cast<uint16_t>(-1)), wide(Op::Call, 3, fib), abc(Op::Move, 2, 6),
               abc(Op::AddI, 7, 1, static_cast<uint16_t>(-2)), wide(Op::Call, 3, fib), abc(Op::Add, 0, 2, 6),
               abc(Op::Ret, 0)},
              3, 1, 1, 5);
    const uint32_t main = bench.add(
        "main.main",
        {wide(Op::LoadI, 4, 20), wide(Op::Call, 0, fib), wide(Op::StoreG, 3, 0, 1), abc(Op::Ret, 0)}, 0, 0, 0,
        6);
    CHECK(bench.run(main) == Outcome::MainReturned);
    CHECK(bench.global(0) == 6765);
}

TEST_CASE("endless recursion ends with Go's stack overflow") {
    Bench bench;
    bench.limits.stackBytes = 1 << 16;
    bench.add("main.f", {wide(Op::Call, 0, 1), abc(Op::Ret, 0)}, 0, 0, 0, 3);
    const uint32_t main = bench.add("main.main", {wide(Op::Call, 0, 1), abc(Op::Ret, 0)}, 0, 0, 0, 3);
    CHECK(bench.run(main) == Outcome::Died);
    CHECK(bench.scheduler->exitCode() == 2);
    CHECK(bench.machine->standardError().find("goroutine stack exceeds 1000000000-byte limit") !=
          std::string::npos);
    CHECK(bench.machine->standardError().find("fatal error: stack overflow") != std::string::npos);
    CHECK(bench.machine->standardError().find("frames elided...") != std::string::npos);
}

TEST_CASE("division by zero panics with Go's text and trace") {
    Bench bench;
    const uint32_t main = bench.add(
        "main.main", {wide(Op::LoadI, 0, 1), wide(Op::LoadI, 1, 0), abc(Op::Div, 0, 0, 1), abc(Op::Ret, 0)},
        2, 0, 0);
    const uint32_t entry =
        bench.add("runtime.main", {wide(Op::Call, 0, static_cast<int32_t>(main)), abc(Op::Ret, 0)}, 0, 0, 0);
    CHECK(bench.run(entry) == Outcome::Died);
    const std::string& text = bench.machine->standardError();
    CHECK(text.rfind("panic: runtime error: integer divide by zero\n\ngoroutine 1 [running]:\nmain.main()\n",
                     0) == 0);
    CHECK(bench.scheduler->exitCode() == 2);
}

TEST_CASE("a deferred call recovers: the function goes on at recoverPc and returns normally") {
    Bench bench;
    // d: recover(); global 1 = 1
    const uint32_t d =
        bench.add("main.f.func1", {abc(Op::Recover, 0), wide(Op::StoreG, 0, 1, 1), abc(Op::Ret, 0)}, 2, 0, 0);
    // f: defer d(); panic by division; (recoverPc:) RunDefers; R0 = 42; ret
    const uint32_t f = bench.add("main.f",
                                 {wide(Op::Defer, 3, static_cast<int32_t>(d)), abc(Op::Ext, 0),
                                  wide(Op::LoadI, 1, 0), abc(Op::Div, 1, 1, 1), wide(Op::LoadI, 0, 7),
                                  abc(Op::RunDefers, 0), wide(Op::LoadI, 0, 42), abc(Op::Ret, 0)},
                                 3, 1, 0);
    bench.program.functions[f].recoverPc = 5;
    bench.program.functions[f].hasDefer = true;
    const uint32_t main = bench.add(
        "main.main", {wide(Op::Call, 0, static_cast<int32_t>(f)), wide(Op::StoreG, 3, 0, 1), abc(Op::Ret, 0)},
        0, 0, 0, 6);
    CHECK(bench.run(main) == Outcome::MainReturned);
    CHECK(bench.global(0) == 42);
    CHECK(bench.global(1) != 0);
}

TEST_CASE("an endless loop ends at the instruction limit") {
    Bench bench;
    bench.options.instructionLimit = 1000000;
    const uint32_t main = bench.add("main.main", {wide(Op::JmpB, 0, -1)}, 0, 0, 0);
    CHECK(bench.run(main) == Outcome::Limit);
    CHECK(bench.scheduler->outcomeText().find("instruction") != std::string::npos);
}

TEST_CASE("allocating for ever ends at the heap limit, garbage does not") {
    Bench bench;
    bench.limits.heapBytes = 1 << 20;
    // for i < 1000000 { new(string) }
    const uint32_t main =
        bench.add("main.main",
                  {wide(Op::LoadI, 0, 0), wide(Op::LoadI, 1, 1000000), abc(Op::New, 2), abc(Op::Ext, 1),
                   abc(Op::AddI, 0, 0, 1), abc(Op::JLtB, 0, 1, static_cast<uint16_t>(-4)), abc(Op::Ret, 0)},
                  3, 0, 0);
    CHECK(bench.run(main) == Outcome::MainReturned);
    CHECK(bench.machine->heap().stats().collections > 5);
}
