// The JavaScript side of rest.h, once in the worker and once in each thread.
addToLibrary({
  $sluiceRest: { here: false },
  sluiceRestIsHere__deps: ["$sluiceRest"],
  sluiceRestIsHere: () => sluiceRest.here,
  sluiceTakeRest__deps: ["$sluiceRest"],
  sluiceTakeRest: (at, size) => {
    if (sluiceRest.here) return true;
    try {
      // A copy: modules are not made from shared memory.
      const bytes = new Uint8Array(wasmMemory.buffer, at, size).slice();
      new WebAssembly.Instance(new WebAssembly.Module(bytes), { primary: wasmExports });
      sluiceRest.here = true;
    } catch (error) {
      err(String(error));
    }
    return sluiceRest.here;
  },
  sluiceIsHere__deps: ["$wasmTable"],
  sluiceIsHere: (place) => wasmTable.get(place) !== null,
});
