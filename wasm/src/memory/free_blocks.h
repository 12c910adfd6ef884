// SPDX-License-Identifier: MIT
// Memory that is given out and taken back: one list of free blocks, in the order of their addresses.
#pragma once

#include <cstddef>

namespace catalogue {

// Made for a few hundred blocks, most of them large: a fifth of the code of Emscripten's smallest
// allocator, and a call takes time in proportion to the number of free blocks that do not touch.
//
// All addresses and sizes given here and out are aligned to 8.
class FreeBlocks {
 public:
  // At least as many bytes as `take(bytes)` needs; SIZE_MAX when no memory could hold them.
  static size_t room_for(size_t bytes);

  // Takes in `size` bytes of memory, more than 16.
  void add(void* memory, size_t size);
  // Uninitialised bytes of the first block that has room; null when none has.
  void* take(size_t bytes);
  // Makes taken bytes fewer or more where they lie; false when what follows is not free.
  bool resize(void* taken, size_t bytes);
  // How many bytes may be used at `taken`: as many as were asked for, or a few more.
  static size_t usable(const void* taken);
  void give_back(void* taken);

 private:
  // What stands before the bytes that are given out.
  struct alignas(8) Block {
    size_t size;  // in bytes, with this header
    Block* next;  // of the free ones

    Block* at(size_t offset) { return reinterpret_cast<Block*>(reinterpret_cast<char*>(this) + offset); }
    Block* end() { return at(size); }
  };

  static Block* block_of(void* taken) { return static_cast<Block*>(taken) - 1; }
  static void join_with_next(Block* block);
  Block* last_before(const Block* block);
  void insert(Block* block);
  void cut(Block* block, size_t size);

  Block before_all_ = {0, nullptr};  // touches no other
};

}  // namespace catalogue
