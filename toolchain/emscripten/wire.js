// SPDX-License-Identifier: MIT
// How bytes enter a module through its property `bytes`, and how bytes and answers (wasm/bindings/wire.h)
// leave it. A library and not EM_JS: that keeps a copy of its JavaScript in the wasm.
mergeInto(LibraryManager.library, {
  copy_bytes_to: function(address) {
    HEAPU8.set(Module['bytes'], address >>> 0);
    Module['bytes'] = null;
  },

  give_bytes: function(address, size) {
    address >>>= 0;
    Module['bytes'] = HEAPU8.slice(address, address + size);
  },

  give_answer: function(numbers, text, size) {
    text >>>= 0;
    Module['answer'](HEAPU32, numbers >>> 2, HEAPU8.subarray(text, text + size));
  },
});
