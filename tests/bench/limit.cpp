// SPDX-License-Identifier: MIT
// The two plain ways of counting, alone and in wasm: what the benchmark's engines are held against.
// Bitsets are of 64-bit words; all memory is the caller's.
#include <cstdint>

#define EXPORT(name) extern "C" __attribute__((export_name(#name))) auto name

/** Intersects `out` with `set`. */
EXPORT(intersect)(uint64_t* out, const uint64_t* set, uint32_t words)->void {
  for (uint32_t i = 0; i < words; ++i) out[i] &= set[i];
}

/** Adds the rows of `set` to `out`. */
EXPORT(unite)(uint64_t* out, const uint64_t* set, uint32_t words)->void {
  for (uint32_t i = 0; i < words; ++i) out[i] |= set[i];
}

/** Sets `out` to the rows of `full` outside `mask`. */
EXPORT(complement)(uint64_t* out, const uint64_t* full, const uint64_t* mask, uint32_t words)->void {
  for (uint32_t i = 0; i < words; ++i) out[i] = full[i] & ~mask[i];
}

/** Replaces each count by its total minus the count. */
EXPORT(subtract_from)(const uint32_t* totals, uint32_t* counts, uint32_t values)->void {
  for (uint32_t value = 0; value < values; ++value) counts[value] = totals[value] - counts[value];
}

/** Rows of a mask. */
EXPORT(size_of)(const uint64_t* mask, uint32_t words)->uint32_t {
  uint32_t size = 0;
  for (uint32_t i = 0; i < words; ++i) size += uint32_t(__builtin_popcountll(mask[i]));
  return size;
}

/** Counts each value through its bitset: `bits` holds them one after the other. */
EXPORT(count_through_bits)(const uint64_t* bits, const uint64_t* mask, uint32_t words, uint32_t values,
                           uint32_t* counts)
    ->void {
  for (uint32_t value = 0; value < values; ++value, bits += words) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < words; ++i) count += uint32_t(__builtin_popcountll(bits[i] & mask[i]));
    counts[value] = count;
  }
}

/** Counts the values of each row of the mask: those of a row are `held[first[row]]` to `held[first[row + 1]]`. */
EXPORT(count_through_rows)(const uint32_t* first, const uint16_t* held, const uint64_t* mask, uint32_t words,
                           uint32_t values, uint32_t* counts)
    ->void {
  for (uint32_t value = 0; value < values; ++value) counts[value] = 0;
  for (uint32_t i = 0; i < words; ++i) {
    for (uint64_t word = mask[i]; word != 0; word &= word - 1) {
      const uint32_t row = i * 64 + uint32_t(__builtin_ctzll(word));
      for (uint32_t at = first[row]; at < first[row + 1]; ++at) counts[held[at]] += 1;
    }
  }
}
