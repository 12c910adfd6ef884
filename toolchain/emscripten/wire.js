// SPDX-License-Identifier: MIT
// How bytes enter the visitors' module and answers leave it (wasm/bindings/wire.h). A library and not
// EM_JS: that keeps a copy of its JavaScript in the wasm.
mergeInto(LibraryManager.library, {
  copy_bytes_to: function(address) {
    HEAPU8.set(Module['bytes'], address >>> 0);
    Module['bytes'] = null;
  },

  give_answer: function(numbers, count, text, size) {
    numbers >>>= 2;
    text >>>= 0;
    Module['answer'](HEAPU32.subarray(numbers, numbers + count), HEAPU8.subarray(text, text + size));
  },
});
