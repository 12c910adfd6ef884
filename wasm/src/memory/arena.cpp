// SPDX-License-Identifier: MIT
// Memory for one answer: blocks that are chained, made into one before the next answer.
#include "catalogue/arena.h"

#include <cstdlib>
#include <cstring>

namespace catalogue {
namespace {

constexpr size_t kFirstBlock = 32 * 1024;
constexpr size_t kLargestBlock = 1024 * 1024;  // but for what takes more at once

}  // namespace

struct Arena::Block {
  Block* previous;
  size_t size;  // of what follows this header

  char* begin() { return reinterpret_cast<char*>(this + 1); }
};

Arena::~Arena() { release(); }

void* Arena::take(size_t bytes) {
  bytes = (bytes + 7) & ~size_t{7};
  if (bytes > left_) {
    const size_t wanted = !last_ ? kFirstBlock : last_->size < kLargestBlock ? last_->size * 2 : kLargestBlock;
    const size_t size = bytes > wanted ? bytes : wanted;
    auto* block = static_cast<Block*>(std::malloc(sizeof(Block) + size));
    if (!block) std::abort();
    *block = {last_, size};
    last_ = block;
    at_ = block->begin();
    left_ = size;
  }
  void* taken = at_;
  at_ += bytes;
  left_ -= bytes;
  return taken;
}

void* Arena::copy(const void* from, size_t bytes) {
  void* to = take(bytes);
  if (bytes) std::memcpy(to, from, bytes);
  return to;
}

void* Arena::zeroes(size_t bytes) {
  void* to = take(bytes);
  if (bytes) std::memset(to, 0, bytes);
  return to;
}

std::string_view Arena::keep(const std::string_view& words) {
  return {static_cast<const char*>(copy(words.data(), words.size())), words.size()};
}

// Gives every block back; says how many bytes they held.
size_t Arena::release() {
  size_t size = 0;
  while (last_) {
    Block* const block = last_;
    size += block->size;
    last_ = block->previous;
    std::free(block);
  }
  left_ = 0;
  return size;
}

// Several blocks become one that holds as much: the next answer will need about the same.
void Arena::clear() {
  if (!last_) return;
  if (last_->previous) take(release());
  at_ = last_->begin();
  left_ = last_->size;
}

}  // namespace catalogue
