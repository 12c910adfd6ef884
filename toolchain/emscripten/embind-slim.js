// SPDX-License-Identifier: MIT
// Smaller converters for embind, linked after Emscripten's own with --js-library (3.1.6 only).
//
// Embind stays: only the library functions below are replaced, for what this project binds, which
// is free functions over bool, 32-bit integers, UTF-8 strings and plain records. What it saves and
// speeds up is measured in docs/size.md.
mergeInto(LibraryManager.library, {
  // MINIMAL_RUNTIME assigns the exports to `asm` as soon as embind is there, and never declares it.
  $asm: '={}',

  // One plain Error for misuse; its message says enough.
  $extendError: function(baseErrorType, errorName) {
    return baseErrorType;
  },

  $throwUnboundTypeError__deps: [],
  $throwUnboundTypeError: function(message, types) {
    throw new Error(message);
  },

  // No overloads: one C++ function per name.
  $exposePublicSymbol__deps: [],
  $exposePublicSymbol: function(name, value, numArguments) {
    Module[name] = value;
  },
  $replacePublicSymbol__deps: [],
  $replacePublicSymbol: function(name, value, numArguments) {
    Module[name] = value;
  },

  _embind_register_bool__deps: ['$readLatin1String', '$registerType'],
  _embind_register_bool: function(rawType, name, size, trueValue, falseValue) {
    registerType(rawType, {
      name: readLatin1String(name),
      'fromWireType': function(value) { return !!value; },
      'toWireType': function(destructors, value) { return value ? 1 : 0; },
      'argPackAdvance': 8,
      'readValueFromPointer': function(pointer) { return !!HEAPU8[pointer]; },
      destructorFunction: null,
    });
  },

  // 32-bit integers only: embind_types.cpp registers no other width.
  _embind_register_integer__deps: ['$asm', '$readLatin1String', '$registerType'],
  _embind_register_integer: function(primitiveType, name, size, minRange, maxRange) {
    var convert = minRange ? function(value) { return value | 0; } : function(value) { return value >>> 0; };
    registerType(primitiveType, {
      name: readLatin1String(name),
      'fromWireType': convert,
      'toWireType': function(destructors, value) { return convert(value); },
      'argPackAdvance': 8,
      'readValueFromPointer': function(pointer) { return convert(HEAP32[pointer >> 2]); },
      destructorFunction: null,
    });
  },

  // A std::string is a JavaScript string (UTF-8 in C++) or, towards C++, the bytes of a Uint8Array.
  // The platform's coders copy whole blocks, where embind's own loop byte by byte.
  _embind_register_std_string__deps: [
    'malloc', 'free', '$readLatin1String', '$registerType', '$simpleReadValueFromPointer'],
  _embind_register_std_string: function(rawType, name) {
    registerType(rawType, {
      name: readLatin1String(name),
      'fromWireType': function(value) {
        var start = value + 4;
        var text = new TextDecoder().decode(HEAPU8.subarray(start, start + HEAPU32[value >> 2]));
        _free(value);
        return text;
      },
      'toWireType': function(destructors, value) {
        var bytes = value instanceof Uint8Array ? value : new TextEncoder().encode(value);
        var base = _malloc(4 + bytes.length);
        if (!base) throw new RangeError('out of memory');
        HEAPU32[base >> 2] = bytes.length;
        HEAPU8.set(bytes, base + 4);
        if (destructors) destructors.push(_free, base);
        return base;
      },
      'argPackAdvance': 8,
      'readValueFromPointer': simpleReadValueFromPointer,
      destructorFunction: function(pointer) { _free(pointer); },
    });
  },
});
