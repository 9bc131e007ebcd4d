// The JavaScript side of code_parts.h, once in the worker and once in each thread.
addToLibrary({
  // By the part's number.
  $sluiceCode: [],
  sluiceHasCode__deps: ["$sluiceCode"],
  sluiceHasCode: (part) => !!sluiceCode[part],
  sluiceTakeCode__deps: ["$sluiceCode"],
  sluiceTakeCode: (part, at, size) => {
    if (sluiceCode[part]) return true;
    try {
      // A copy: modules are not made from shared memory.
      const bytes = new Uint8Array(wasmMemory.buffer, at, size).slice();
      new WebAssembly.Instance(new WebAssembly.Module(bytes), { primary: wasmExports });
      sluiceCode[part] = true;
    } catch (error) {
      err(String(error));
    }
    return !!sluiceCode[part];
  },
  sluiceIsHere__deps: ["$wasmTable"],
  sluiceIsHere: (place) => wasmTable.get(place) !== null,
});
