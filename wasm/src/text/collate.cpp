// SPDX-License-Identifier: MIT
// Collation keys.
#include "text/collate.h"

#include <cstring>

#include "memory/sort.h"
#include "text/ascii.h"
#include "text/fold.h"

namespace catalogue {
namespace {

// Writes a number as its count of digits, then its digits, without leading zeros: shorter numbers come first.
char* put_digits(char* to, const char*& at, const char* end) {
  const char* last = at;
  while (last < end && is_digit(*last)) ++last;
  while (at + 1 < last && *at == '0') ++at;
  const auto count = last - at;
  *to++ = static_cast<char>('0' + (count < 40 ? count : 40));
  while (at < last) *to++ = *at++;
  return to;
}

constexpr size_t kWordSize = sizeof(uint64_t);
constexpr size_t words_for(size_t bytes) { return (bytes + kWordSize - 1) / kWordSize; }

// The number whose highest byte comes first in memory.
uint64_t big_endian(const void* word) {
  const auto* const bytes = static_cast<const unsigned char*>(word);
  uint64_t number = 0;
  for (size_t i = 0; i < kWordSize; ++i) number = number << 8 | bytes[i];
  return number;
}

// Among the next eight bytes, which are folded: no other byte of a folded text is below ':' but a space. May say yes in
// vain.
bool has_digit(const char* at) {
  uint64_t word;
  std::memcpy(&word, at, kWordSize);
  // A digit, 0x30 to 0x39, has both of these bits and not the next one; a letter has 0x40.
  return (word & (word >> 1) & ~(word >> 2) & 0x1010101010101010) != 0;
}

}  // namespace

void CollationKeys::reserve(size_t count) {
  words_.reserve(count * 8);
  heads_.reserve(count);
  texts_.reserve(count);
  first_.reserve(count + 1);
}

void CollationKeys::add(const std::string_view& text) {
  // Each run of digits takes one byte more than it has.
  const size_t most = 2 * text.size();
  char* const key = start_key(most + text.size());
  const char* at = key + most;
  const char* const end = put_folded(key + most, text, ' ');
  char* to = key;
  while (at + kWordSize <= end && !has_digit(at)) {
    std::memcpy(to, at, kWordSize);
    to += kWordSize;
    at += kWordSize;
  }
  while (at < end) {
    if (is_digit(*at)) {
      to = put_digits(to, at, end);
    } else {
      *to++ = *at++;
    }
  }
  end_key(text, static_cast<size_t>(to - key));
}

void CollationKeys::add_last() {
  *start_key(1) = '\xFF';
  end_key({}, 1);
}

char* CollationKeys::start_key(size_t most) { return reinterpret_cast<char*>(words_.room(words_for(most))); }

void CollationKeys::end_key(const std::string_view& text, size_t size) {
  texts_.push_back(text);
  const size_t count = words_for(size);
  uint64_t* const words = words_.end();
  std::memset(reinterpret_cast<char*>(words) + size, 0, count * kWordSize - size);
  for (size_t i = 0; i < count; ++i) words[i] = big_endian(words + i);
  heads_.push_back(count ? words[0] : 0);
  words_.add(count);
  first_.push_back(words_.size());
}

bool CollationKeys::precedes(const void* context, uint32_t a, uint32_t b) {
  const auto& keys = *static_cast<const CollationKeys*>(context);
  const uint64_t head = keys.heads_.data()[a];
  const uint64_t other_head = keys.heads_.data()[b];
  if (head != other_head) return head < other_head;
  const uint64_t* const words = keys.words_.data();
  size_t i = keys.first_[a];
  size_t j = keys.first_[b];
  const size_t end = keys.first_[a + 1];
  const size_t other_end = keys.first_[b + 1];
  while (i < end && j < other_end && words[i] == words[j]) ++i, ++j;
  if (i < end && j < other_end) return words[i] < words[j];
  if (i < end || j < other_end) return i == end;
  return keys.texts_[a] < keys.texts_[b];
}

Column<uint32_t> CollationKeys::sorted() const {
  return sorted_numbers(static_cast<uint32_t>(first_.size() - 1), precedes, this);
}

}  // namespace catalogue
