// SPDX-License-Identifier: MIT
// Free blocks that touch are one block, so that memory does not fall to pieces.
#include "memory/free_blocks.h"

#include <cstdint>

namespace catalogue {

size_t FreeBlocks::room_for(size_t bytes) {
  return bytes < SIZE_MAX / 2 ? (sizeof(Block) + bytes + 7) & ~size_t{7} : SIZE_MAX;
}

size_t FreeBlocks::usable(const void* taken) { return (static_cast<const Block*>(taken) - 1)->size - sizeof(Block); }

FreeBlocks::Block* FreeBlocks::last_before(const Block* block) {
  Block* last = &before_all_;
  while (last->next && last->next < block) last = last->next;
  return last;
}

void FreeBlocks::join_with_next(Block* block) {
  if (block->end() != block->next) return;
  block->size += block->next->size;
  block->next = block->next->next;
}

void FreeBlocks::insert(Block* block) {
  Block* const previous = last_before(block);
  block->next = previous->next;
  previous->next = block;
  join_with_next(block);
  join_with_next(previous);
}

// Keeps the first `size` bytes of a block; the others are free.
void FreeBlocks::cut(Block* block, size_t size) {
  if (block->size <= size + sizeof(Block)) return;
  add(block->at(size), block->size - size);
  block->size = size;
}

void FreeBlocks::add(void* memory, size_t size) {
  auto* const block = static_cast<Block*>(memory);
  block->size = size;
  insert(block);
}

void* FreeBlocks::take(size_t bytes) {
  const size_t size = room_for(bytes);
  for (Block* previous = &before_all_; Block* const block = previous->next; previous = block) {
    if (block->size < size) continue;
    previous->next = block->next;
    cut(block, size);
    return block + 1;
  }
  return nullptr;
}

bool FreeBlocks::resize(void* taken, size_t bytes) {
  Block* const block = block_of(taken);
  Block* const previous = last_before(block);
  Block* const next = previous->next;
  const size_t size = room_for(bytes);
  if (next == block->end() && block->size + next->size >= size) {
    previous->next = next->next;
    block->size += next->size;
  }
  if (block->size < size) return false;
  cut(block, size);
  return true;
}

void FreeBlocks::give_back(void* taken) { insert(block_of(taken)); }

}  // namespace catalogue
