// SPDX-License-Identifier: MIT
// Embind for a module that binds free functions of booleans and 32-bit integers, as the visitors' does: linked after
// Emscripten's own with --js-library (3.1.6 only).
//
// WebAssembly passes such values by itself, and the only caller is checked by TypeScript: no converters, no count of
// arguments. What comes back is signed; addresses stay below 2 GiB. docs/size.md says what this saves.
mergeInto(LibraryManager.library, {
  // MINIMAL_RUNTIME assigns the exports to `asm` as soon as embind is there, and never declares it.
  $asm: '={}',

  _embind_register_function__deps: ['$asm'],
  _embind_register_function: function(name, argumentCount, types, signature, invoker, bound) {
    var text = '';
    while (HEAPU8[name]) text += String.fromCharCode(HEAPU8[name++]);
    Module[text] = wasmTable.get(invoker).bind(null, bound);
  },
});
