// SPDX-License-Identifier: MIT
// The format of compiled templates. A field of a struct is two bytes, which only the C++ compiler can compute.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>

#include "wording/messages.h"

namespace catalogue {

// The operations of a program. Any higher byte is text. FIELD: two bytes (see CATALOGUE_FIELD). ADDRESS: two
// bytes, big-endian. A block ends at its kOpEnd. A hidden block is skipped operation by operation, so that a
// program holds no lengths.
enum TemplateOperation : uint8_t {
  kOpEnd,      // of a template or of a block
  kOpElse,     // ends the block of a condition; the block for the opposite follows
  kOpRole,     // own class, NUL, DSFR classes, NUL
  kOpCall,     // ADDRESS: another template
  kOpSay,      // text: a text of data/strings
  kOpSayThat,  // FIELD: the text that a field names
  kOpN,        // FIELD: the value of {n} in later texts
  kOpX,        // FIELD: the value of {x}
  kOpY,        // FIELD: the value of {y}
  kOpValue,    // FIELD: its value, escaped
  kOpId,       // FIELD: "-" and its text made fit for an id; nothing when empty
  kOpMark,     // FIELD: its text, with the searched words marked
  kOpWith,     // FIELD, register: puts the address of the field there
  kOpEach,     // FIELD, register, size of an element / 4, block: for each element of a list
  kOpIf,       // FIELD, block: unless the field is empty, zero or false
  kOpIfSafe,   // FIELD, block: if the field is a safe link
  kOpIfIs,     // FIELD, number, block: if the field is that number
};

// A list of adjacent plain values, without their type. kOpEach has the size of one.
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

// An offset or a size as one byte: fields are aligned to 4, in structs of up to 1 KB.
void this_place_is_misaligned_or_too_far();  // undefined: calling it is a compile error
consteval uint8_t place_of(size_t bytes) {
  if (bytes % 4 != 0 || bytes >= 1024) this_place_is_misaligned_or_too_far();
  return static_cast<uint8_t>(bytes / 4);
}

consteval uint8_t kind_in(unsigned which_register, ValueKind kind) {
  return static_cast<uint8_t>(static_cast<unsigned>(kind) << 4 | which_register);
}

}  // namespace catalogue

// Kind and register in one byte, then the member's offset.
#define CATALOGUE_FIELD(type, which_register, member)                                                      \
  ::catalogue::kind_in(which_register,                                                                     \
                       ::catalogue::kKindOf<std::remove_cvref_t<decltype(std::declval<type&>().member)>>), \
      ::catalogue::place_of(offsetof(type, member))

// The same for a member whose type does not give its kind: strings that are names of facets.
#define CATALOGUE_FIELD_AS(type, which_register, member, kind) \
  ::catalogue::kind_in(which_register, ::catalogue::ValueKind::kind), ::catalogue::place_of(offsetof(type, member))

// The same for a struct, which has no kind.
#define CATALOGUE_THING(type, which_register, member) which_register, ::catalogue::place_of(offsetof(type, member))
