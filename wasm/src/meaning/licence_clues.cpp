// SPDX-License-Identifier: MIT
// Everything in an editor's words that may name a licence. licence.cpp concludes.
#include "meaning/licence_clues.h"

#include <algorithm>

namespace catalogue {
namespace {

constexpr uint32_t kAttribution = 1;         // the first of kUnitNames
constexpr int64_t kFirstYear = 1000 * 1000;  // in thousandths: no licence has such a version
constexpr size_t kLongestUnitCode = 3;       // "NX": longer words are not mistyped units

template <typename T>
void add_unique(std::vector<T>& list, const T& value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

// "ccbyncsa", "byncsa": unit codes written without a break. 0 when the word is anything else.
uint32_t compact_units(std::string_view word, bool& has_scheme) {
  if (word.size() < 4 || word.size() > 10 || word.size() % 2 != 0) return 0;
  uint32_t units = 0;
  for (size_t i = 0; i < word.size(); i += 2) {
    const Tokens code(word.substr(i, 2));
    const auto match = find_phrase(licence_phrases(), code, 0);
    if (!match.phrase) return 0;
    if (match.phrase->kind == LicenceWord::kScheme && i == 0)
      has_scheme = true;
    else if (match.phrase->kind == LicenceWord::kUnit)
      units |= 1u << match.phrase->value;
    else
      return 0;
  }
  return units;
}

// Whether the first word is a label by itself: "licence" in the phrase "licence libre".
bool is_label(std::string_view word) {
  const auto phrases = licence_phrases();
  const auto row = std::lower_bound(phrases.begin(), phrases.end(), word,
                                    [](const auto& a, std::string_view b) { return a.text < b; });
  return row != phrases.end() && row->text == word && row->kind == LicenceWord::kLabel;
}

class ClueReader {
 public:
  explicit ClueReader(const Tokens& tokens) : tokens_(tokens) {}

  LicenceClues run() {
    for (size_t i = 0; i < tokens_.size();) {
      const auto match = find_phrase(licence_phrases(), tokens_, i);
      if (match.phrase) {
        clues_.has_label |= is_label(tokens_.folded(i));
        note_phrase(*match.phrase, i, match.end);
        is_after_unit_ = match.phrase->kind == LicenceWord::kUnit;
        is_after_number_ = false;
        i = match.end;
      } else {
        note_token(i++);
      }
    }
    clues_.opens_with_creative_commons = opens_with_creative_commons();
    return std::move(clues_);
  }

 private:
  // "cc", "ccby", "cc0", or a phrase of the scheme.
  bool opens_with_creative_commons() const {
    if (tokens_.size() == 0) return false;
    const auto match = find_phrase(licence_phrases(), tokens_, 0);
    return tokens_.folded(0).starts_with("cc") || (match.phrase && match.phrase->kind == LicenceWord::kScheme);
  }

  LicenceMention& mention() {
    if (clues_.mentions.empty()) start_mention();
    return clues_.mentions.back();
  }
  void start_mention() {
    clues_.mentions.emplace_back();
    clues_.mentions.back().is_joined = is_after_joint_;
    is_after_joint_ = false;
  }

  void note_phrase(const Phrase<LicenceWord>& phrase, size_t first, size_t end) {
    const auto value = static_cast<size_t>(phrase.value);
    switch (phrase.kind) {
      case LicenceWord::kUnit:
        add_units(1u << value);
        if (tokens_.text(first, end).size() > kLongestUnitCode) mention().spelled_units |= 1u << value;
        break;
      case LicenceWord::kScheme:
        add_scheme();
        break;
      case LicenceWord::kFamily:
        add_unique(clues_.families, value);
        clues_.is_phrase |= end - first > 1;
        break;
      case LicenceWord::kVagueFamily:
        add_vague_family(value, first, end);
        break;
      case LicenceWord::kJurisdiction:
        note_jurisdiction(jurisdictions()[value], end - first > 1 || tokens_.folded(first).size() > 2);
        break;
      case LicenceWord::kLater:
        clues_.is_later = true;
        break;
      case LicenceWord::kLabel:
        clues_.has_label = true;
        break;
      case LicenceWord::kHedge:
        clues_.is_hedged = true;
        break;
      case LicenceWord::kJoint:
        is_after_joint_ = true;
        break;
      case LicenceWord::kNoise:
        if (tokens_.text(first, end) == "DE") note_jurisdiction("de", false);
        break;
      case LicenceWord::kAmbiguous:
        clues_.ambiguous = &ambiguous_words()[value];
        clues_.is_phrase |= !clues_.ambiguous->candidates.empty();
        break;
    }
  }

  // A new mention starts at a second scheme, at a second "by", or at a unit after a version.
  void add_scheme() {
    if (clues_.mentions.empty() || mention().units != 0) start_mention();
    mention().has_scheme = true;
  }
  void add_units(uint32_t units) {
    const LicenceMention& last = mention();
    const bool has_attribution_again = (units & last.units & kAttribution) != 0 && last.units != kAttribution;
    const bool is_behind_version = last.units != 0 && !last.versions.empty();
    if (has_attribution_again || is_behind_version ||
        (last.units != 0 && is_after_joint_ && (units & kAttribution) != 0))
      start_mention();
    mention().units |= units;
  }

  // "Licence Ouverte" is a name, "une licence ouverte" may be any.
  void add_vague_family(size_t family, size_t first, size_t end) {
    const std::string_view last = tokens_.text(end - 1, end);
    const bool is_name = end - first > 1 && last == "Ouverte";
    if (is_name) clues_.is_phrase = true;
    add_unique(is_name ? clues_.families : clues_.vague_families, family);
  }

  // Two letters are a country only after a version: "3.0 IT", not "it".
  void note_jurisdiction(std::string_view jurisdiction, bool is_word) {
    if (!is_word && !is_after_number_) return;
    mention().jurisdiction = jurisdiction;
  }

  void note_token(size_t i) {
    if (tokens_.is(i, TokenKind::kNumber)) return note_number(i);
    if (tokens_.is_symbol(i, '+')) clues_.is_later |= i > 0 && tokens_.is(i - 1, TokenKind::kNumber);
    clues_.is_hedged |= tokens_.text(i, i + 1) == "?";
    if (tokens_.is_symbol(i, '/') || tokens_.is_symbol(i, ',') || tokens_.is_symbol(i, ';')) is_after_joint_ = true;
    if (tokens_.is(i, TokenKind::kWord)) note_word(i);
    is_after_unit_ &= tokens_.is_symbol(i, '-');
    is_after_number_ &= tokens_.is_symbol(i, '-');
  }

  void note_number(size_t i) {
    is_after_unit_ = false;
    if (tokens_[i].thousandths >= kFirstYear) return;
    is_after_number_ = true;
    add_unique(clues_.versions, tokens_.folded(i));
    if (!clues_.mentions.empty() && mention().units != 0) add_unique(mention().versions, tokens_.folded(i));
  }

  void note_word(size_t i) {
    bool has_scheme = false;
    const uint32_t units = compact_units(tokens_.folded(i), has_scheme);
    if (units != 0) {
      if (has_scheme) add_scheme();
      return add_units(units);
    }
    const auto countries = jurisdictions();
    const auto country = std::find(countries.begin(), countries.end(), tokens_.folded(i));
    if (is_after_number_ && country != countries.end()) return note_jurisdiction(*country, false);
    ++clues_.other_words;
    const bool may_be_unit = tokens_.folded(i).size() <= kLongestUnitCode || tokens_.is_symbol(i - 1, '-');
    if (is_after_unit_ && may_be_unit && mention().versions.empty()) mention().has_strange_unit = true;
  }

  const Tokens& tokens_;
  LicenceClues clues_;
  bool is_after_unit_ = false;  // the last token was a unit, or a hyphen after one
  bool is_after_number_ = false;
  bool is_after_joint_ = false;
};

}  // namespace

bool LicenceClues::has_scheme() const {
  return std::any_of(mentions.begin(), mentions.end(), [](const LicenceMention& each) { return each.has_scheme; });
}
bool LicenceClues::has_units() const {
  return std::any_of(mentions.begin(), mentions.end(), [](const LicenceMention& each) { return each.units != 0; });
}
bool LicenceClues::has_strange_unit() const {
  return std::any_of(mentions.begin(), mentions.end(),
                     [](const LicenceMention& each) { return each.has_strange_unit; });
}

LicenceClues read_licence_clues(const Tokens& tokens) { return ClueReader(tokens).run(); }

}  // namespace catalogue
