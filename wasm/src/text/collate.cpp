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

}  // namespace

void CollationKeys::add(const std::string_view& text) {
  // Each run of digits takes one byte more than it has.
  const size_t most = 2 * text.size();
  char* const key = bytes_.room(most + text.size() + 1);
  const char* at = key + most;
  const char* const end = put_folded(key + most, text, ' ');
  char* to = key;
  while (at < end) {
    if (is_digit(*at)) {
      to = put_digits(to, at, end);
    } else {
      *to++ = *at++;
    }
  }
  *to++ = '\0';
  if (!text.empty()) std::memcpy(to, text.data(), text.size());
  end_key(static_cast<size_t>(to - key) + text.size());
}

void CollationKeys::add_last() {
  *bytes_.room(1) = '\xFF';
  end_key(1);
}

void CollationKeys::end_key(size_t size) {
  const char* const bytes = bytes_.end();
  uint64_t start = 0;
  for (size_t i = 0; i < 8; ++i) {
    start = start << 8 | (i < size ? static_cast<unsigned char>(bytes[i]) : 0);
  }
  first_.push_back(bytes_.size());
  bytes_.add(size);
  leading_.push_back(start);
}

std::string_view CollationKeys::key(uint32_t i) const {
  const size_t end = i + 1 < first_.size() ? first_[i + 1] : bytes_.size();
  return {bytes_.data() + first_[i], end - first_[i]};
}

bool CollationKeys::precedes(const void* context, uint32_t a, uint32_t b) {
  const auto& keys = *static_cast<const CollationKeys*>(context);
  if (keys.leading_[a] != keys.leading_[b]) return keys.leading_[a] < keys.leading_[b];
  return keys.key(a) < keys.key(b);
}

Column<uint32_t> CollationKeys::sorted() const {
  return sorted_numbers(static_cast<uint32_t>(first_.size()), precedes, this);
}

}  // namespace catalogue
