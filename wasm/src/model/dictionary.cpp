// SPDX-License-Identifier: MIT
// Open addressing with linear probing.
#include "model/dictionary.h"

#include <cstring>

namespace catalogue {

// FNV-1a.
uint32_t hash_bytes(const std::string_view& bytes) {
  uint32_t hash = 2166136261u;
  for (const char c : bytes) hash = (hash ^ static_cast<uint8_t>(c)) * 16777619u;
  return hash;
}

size_t free_slot(const Column<uint32_t>& slots, uint32_t hash) {
  const size_t mask = slots.size() - 1;
  size_t slot = hash & mask;
  while (slots[slot]) slot = (slot + 1) & mask;
  return slot;
}

uint32_t Dictionary::slot_of(const std::string_view& text, uint32_t hash) const {
  const uint32_t mask = static_cast<uint32_t>(slots_.size()) - 1;
  for (uint32_t slot = hash & mask;; slot = (slot + 1) & mask) {
    if (slots_[slot] == 0) return slot;
    const Entry& entry = entries_[slots_[slot] - 1];
    if (entry.hash == hash && entry.length == text.size() &&
        std::memcmp(bytes_.data() + entry.offset, text.data(), text.size()) == 0) {
      return slot;
    }
  }
}

uint32_t Dictionary::find(const std::string_view& text) const {
  if (entries_.empty()) return kAbsent;
  const uint32_t found = slots_[slot_of(text, hash_bytes(text))];
  return found ? entries_[found - 1].value : kAbsent;
}

uint32_t Dictionary::intern(const std::string_view& text, uint32_t value) {
  if (entries_.size() * 2 >= slots_.size()) grow();
  const uint32_t hash = hash_bytes(text);
  const uint32_t slot = slot_of(text, hash);
  if (slots_[slot]) return entries_[slots_[slot] - 1].value;
  entries_.push_back({hash, static_cast<uint32_t>(bytes_.size()), static_cast<uint32_t>(text.size()), value});
  bytes_.append(text.data(), text.size());
  slots_[slot] = static_cast<uint32_t>(entries_.size());
  return value;
}

void Dictionary::grow() {
  const size_t count = slots_.empty() ? 64 : slots_.size() * 2;
  slots_.clear();
  slots_.resize(count);
  for (uint32_t i = 0; i < entries_.size(); ++i) {
    slots_[free_slot(slots_, entries_[i].hash)] = i + 1;
  }
}

}  // namespace catalogue
