// SPDX-License-Identifier: MIT
// An arena is a chain of blocks; clear() merges them into one.
#include "catalogue/arena.h"

#include <cstdlib>
#include <cstring>

namespace catalogue {
namespace {

constexpr size_t kFirstBlock = 32 * 1024;
constexpr size_t kLargestBlock = 1024 * 1024;  // larger only for a single larger allocation

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

std::string_view Arena::keep(const std::string_view& text) {
  return {static_cast<const char*>(copy(text.data(), text.size())), text.size()};
}

// Frees all blocks. Returns their total size.
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

// The next answer will need about as much memory.
void Arena::clear() {
  if (!last_) return;
  if (last_->previous) take(release());
  at_ = last_->begin();
  left_ = last_->size;
}

}  // namespace catalogue
