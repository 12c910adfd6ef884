// SPDX-License-Identifier: MIT
// How a compiled template names a field of a struct: two bytes that only the C++ compiler can work out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>

#include "wording/messages.h"

namespace catalogue {

// What the bytes of a program mean; bytes above stand for themselves. FIELD is two bytes (see
// CATALOGUE_FIELD), ADDRESS is two bytes, the high one first. A block runs to its kOpEnd; what is not shown
// is passed over operation by operation, so that a program holds no lengths.
enum TemplateOperation : uint8_t {
  kOpEnd,      // of a template or of a block
  kOpElse,     // of the block of a condition: another one follows, for when it does not hold
  kOpRole,     // own name, NUL, DSFR classes, NUL: the class
  kOpCall,     // ADDRESS: another template
  kOpSay,      // text: a text of data/strings
  kOpSayThat,  // FIELD: the text that a field names
  kOpN,        // FIELD: what stands for {n} in the texts that follow
  kOpX,        // FIELD: {x}
  kOpY,        // FIELD: {y}
  kOpValue,    // FIELD: its value, escaped
  kOpId,       // FIELD: "-" and its words made fit for an id, if there are any
  kOpMark,     // FIELD: its words, those that were searched marked
  kOpWith,     // FIELD, register
  kOpEach,     // FIELD, register, size of an element / 4, block: for each element of a list
  kOpIf,       // FIELD, block: unless it is empty, zero or false
  kOpIfSafe,   // FIELD, block: if a page may link to it
  kOpIfIs,     // FIELD, number, block: if it is that number
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
  ListOf(const T* first, size_t count) : AnyList{first, count} {}
  ListOf(std::span<const T> list) : ListOf(list.data(), list.size()) {}
  const T* begin() const { return static_cast<const T*>(data); }
  const T* end() const { return begin() + size; }
};

// An offset or a size as a byte: all that templates read is aligned to 4, in structs of up to 1 KB.
void this_place_is_misaligned_or_too_far();  // nothing defines it: to call it is an error of the compiler
consteval uint8_t place_of(size_t bytes) {
  if (bytes % 4 != 0 || bytes >= 1024) this_place_is_misaligned_or_too_far();
  return static_cast<uint8_t>(bytes / 4);
}

consteval uint8_t kind_in(unsigned which_register, ValueKind kind) {
  return static_cast<uint8_t>(static_cast<unsigned>(kind) << 4 | which_register);
}

}  // namespace catalogue

// Kind and register in one byte, then the member's place.
#define CATALOGUE_FIELD(type, which_register, member)                                                      \
  ::catalogue::kind_in(which_register,                                                                     \
                       ::catalogue::kKindOf<std::remove_cvref_t<decltype(std::declval<type&>().member)>>), \
      ::catalogue::place_of(offsetof(type, member))

// The same for a member whose type does not tell its kind: words that are names of facets.
#define CATALOGUE_FIELD_AS(type, which_register, member, kind) \
  ::catalogue::kind_in(which_register, ::catalogue::ValueKind::kind), ::catalogue::place_of(offsetof(type, member))

// The same for a struct, which has no kind.
#define CATALOGUE_THING(type, which_register, member) which_register, ::catalogue::place_of(offsetof(type, member))
