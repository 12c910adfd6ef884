// SPDX-License-Identifier: MIT
// How a compiled template names a field of a struct: two bytes that only the C++ compiler can work out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

#include "catalogue/texts.h"

namespace catalogue {

// What the bytes of a program mean; bytes above stand for themselves. FIELD is two bytes (see
// CATALOGUE_FIELD), SKIP and ADDRESS are two bytes, the high one first.
enum TemplateOperation : uint8_t {
  kOpEnd,      // of a template, or of the body of kOpEach
  kOpValue,    // FIELD: its value, escaped
  kOpId,       // FIELD: "-" and its words made fit for an id, if there are any
  kOpMark,     // FIELD: its words, those that were searched marked
  kOpSay,      // text, mask, FIELDs: a text of data/strings; mask: 1 with n, 2 with x, 4 with y
  kOpSayThat,  // FIELD, mask, FIELDs: the text that a field names
  kOpRole,     // role: class and part
  kOpIf,       // FIELD, SKIP: unless it is empty, zero or false
  kOpIfSafe,   // FIELD, SKIP: if a page may link to it
  kOpIfIs,     // FIELD, number, SKIP: if it is that number
  kOpSkip,     // SKIP
  kOpEach,     // FIELD, register, size of an element / 4, SKIP: the body for each element of a list
  kOpWith,     // FIELD, register
  kOpCall,     // ADDRESS: another template
};

// Code and roles (own name NUL DSFR classes NUL, in the order of their numbers).
struct TemplateProgram {
  const uint8_t* code;
  const char* roles;
};

// A list of plain values that lie side by side, without its type: templates know the size of one.
struct AnyList {
  static constexpr ValueKind kKind = ValueKind::kList;

  const void* data = nullptr;
  size_t size = 0;
};

template <typename T>
struct ListOf : AnyList {
  using Element = T;

  ListOf() = default;
  ListOf(const T* first, size_t count) {
    data = first;
    size = count;
  }
  const T* begin() const { return static_cast<const T*>(data); }
  const T* end() const { return begin() + size; }
};

// An offset or a size as a byte: all that templates read is aligned to 4, in structs of up to 1 KB.
void this_place_is_misaligned_or_too_far();  // nothing defines it: to call it is an error of the compiler
consteval uint8_t place_of(size_t bytes) {
  if (bytes % 4 != 0 || bytes >= 1024) this_place_is_misaligned_or_too_far();
  return static_cast<uint8_t>(bytes / 4);
}

template <typename T>
consteval uint8_t kind_in(unsigned which_register) {
  return static_cast<uint8_t>(static_cast<unsigned>(kKindOf<std::remove_cvref_t<T>>) << 4 | which_register);
}

}  // namespace catalogue

// Kind and register in one byte, then the member's place.
#define CATALOGUE_FIELD(type, which_register, member)                                  \
  ::catalogue::kind_in<decltype(std::declval<type&>().member)>(which_register),        \
      ::catalogue::place_of(offsetof(type, member))

// The same for a struct, which has no kind.
#define CATALOGUE_THING(type, which_register, member) which_register, ::catalogue::place_of(offsetof(type, member))
