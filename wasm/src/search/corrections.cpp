// SPDX-License-Identifier: MIT
// What a text that finds nothing as it is written may mean: words that the catalogue holds, acronyms that it does not.
#include "glossary_table.h"
#include "search/text_search.h"
#include "text/names.h"
#include "text/output.h"

namespace catalogue {
namespace {

// The word that is most likely meant: of the closest ones, that of most trainings, ties in byte order. Empty when none
// is close.
std::string_view closest_word(const TextIndex& index, const QueryWord& word) {
  std::string_view chosen;
  uint32_t most = 0;
  for (const uint32_t i : typos_of(index, word)) {
    const uint32_t count = index.count_of_word(i);
    if (count < most || (count == most && index.word(i) > chosen)) continue;
    most = count;
    chosen = index.word(i);
  }
  return chosen;
}

// Whether an entry of the glossary begins with an acronym: a word with capitals after its first letter.
bool has_capitals(std::string_view phrase) {
  size_t capitals = 0;
  for (const char c : phrase) capitals += c >= 'A' && c <= 'Z';
  return capitals > 1;
}

}  // namespace

Correction correct_words(const Columns& columns, std::string_view text, std::span<const QueryWord> words,
                         Arena& arena) {
  const TextIndex& index = text_index(columns);
  Output corrected;
  const char* copied = text.data();  // up to here
  size_t first = 0;                  // where the first word replaced begins, in both texts…
  size_t last = 0;                   // …and the last one ends, in the corrected one
  for (const QueryWord& word : words) {
    if (word.is_found && !word.is_corrected) continue;
    const std::string_view to = closest_word(index, word);
    if (to.empty()) return {};
    corrected.write({copied, static_cast<size_t>(word.original.data() - copied)});
    if (last == 0) first = corrected.size();
    last = corrected.write(to).size();
    copied = word.original.data() + word.original.size();
  }
  if (last == 0) return {};
  const char* const begin = text.data() + first;
  corrected.write({copied, static_cast<size_t>(text.data() + text.size() - copied)});
  const std::string_view whole = corrected.keep(arena);
  return {{begin, static_cast<size_t>(copied - begin)}, {whole.data() + first, last - first}, whole};
}

std::string_view unknown_acronym(std::span<const QueryWord> words, Arena& arena) {
  for (const QueryWord& word : words) {
    if (word.is_found) continue;
    for (std::string_view rest = generated::kGlossary; !rest.empty();) {
      std::string_view notion = take_name(rest, '\n');
      const std::string_view acronym = take_name(notion, '|');
      Word first;
      if (!WordCursor(acronym).next(first) || first.folded() != word.folded || !has_capitals(acronym)) continue;
      return Output().write(acronym).write(" (").write(take_name(notion, '|')).write(')').keep(arena);
    }
  }
  return {};
}

}  // namespace catalogue
