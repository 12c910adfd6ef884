// SPDX-License-Identifier: MIT
// malloc and its kin for the visitors' module.
#include <cstdint>
#include <cstdlib>

#include "memory/free_blocks.h"

extern "C" {
extern char __heap_base;                              // where the linker's data and the stack end
void emscripten_notify_memory_growth(size_t memory);  // JavaScript's views of the memory are made anew
}

namespace {

constexpr size_t kPage = 64 * 1024;

catalogue::FreeBlocks free_blocks;
char* top = &__heap_base;  // memory from here on was never free

bool grow(size_t pages) { return __builtin_wasm_memory_grow(0, pages) != SIZE_MAX; }

// How much memory lies behind what was ever free.
size_t untouched() { return __builtin_wasm_memory_size(0) * kPage - reinterpret_cast<size_t>(top); }

// Makes `size` bytes more free: what is left of the memory, or new pages; an eighth more, as growing takes time.
bool claim(size_t size) {
  if (untouched() < size) {
    const size_t wanted = size / kPage + 1;
    if (!grow(wanted + __builtin_wasm_memory_size(0) / 8) && !grow(wanted)) return false;
    emscripten_notify_memory_growth(0);
  }
  const size_t left = untouched();
  free_blocks.add(top, left);
  top += left;
  return true;
}

}  // namespace

extern "C" {

void* malloc(size_t bytes) {
  while (true) {
    void* const taken = free_blocks.take(bytes);
    if (taken || !claim(catalogue::FreeBlocks::room_for(bytes))) return taken;
  }
}

void free(void* taken) {
  if (taken) free_blocks.give_back(taken);
}

void* realloc(void* taken, size_t bytes) {
  if (!taken) return malloc(bytes);
  if (free_blocks.resize(taken, bytes)) return taken;
  void* const moved = malloc(bytes);
  if (!moved) return nullptr;
  __builtin_memcpy(moved, taken, catalogue::FreeBlocks::usable(taken));
  free_blocks.give_back(taken);
  return moved;
}

// A byte at a time: what it measures is short, and the C library's is four times as long.
size_t strlen(const char* words) {
  const char* end = words;
  while (*end) ++end;
  return static_cast<size_t>(end - words);
}

}  // extern "C"
