// SPDX-License-Identifier: MIT
// ISO 8601 durations: "PT4H", "P3D", "PT1H25M", "P6W".
#include <algorithm>

#include "meaning/duration_amount.h"
#include "text/ascii.h"

namespace catalogue {
namespace {

constexpr int64_t kMaxValue = 1'000'000 * kOne;

// Reads "P…" from left to right. Each designator comes once, in the order of the standard.
class IsoReader {
 public:
  IsoReader(std::string_view text, const DurationConvention& convention) : text_(text), convention_(convention) {}

  // Bytes read, or 0 when this is no ISO 8601 duration.
  size_t read(Amount& out) {
    if (!take('P')) return 0;
    while (at_ < text_.size() && (is_digit(text_[at_]) || is('T'))) {
      if (is('T')) {
        if (in_time_) return 0;
        in_time_ = true;
        ++at_;
      } else if (!read_component(out)) {
        return 0;
      }
    }
    const bool is_cut = at_ < text_.size() && (static_cast<unsigned char>(text_[at_]) >= 0x80 || is_letter(text_[at_]));
    return components_ == 0 || is_cut ? 0 : at_;
  }

 private:
  bool is(char letter) const { return at_ < text_.size() && (text_[at_] & ~32) == letter; }
  bool take(char letter) {
    if (!is(letter)) return false;
    ++at_;
    return true;
  }

  int64_t read_value() {
    int64_t value = 0;
    int64_t scale = kOne;
    bool has_mark = false;
    for (; at_ < text_.size() && (is_digit(text_[at_]) || (!has_mark && is_mark())); ++at_) {
      if (!is_digit(text_[at_])) {
        has_mark = true;
      } else if (!has_mark) {
        value = std::min(kMaxValue, value * 10 + (text_[at_] - '0') * kOne);
      } else if (scale > 1) {
        scale /= 10;
        value += (text_[at_] - '0') * scale;
      }
    }
    return value;
  }

  bool is_mark() const { return text_[at_] == '.' || text_[at_] == ','; }

  bool read_component(Amount& out) {
    const int64_t value = read_value();
    constexpr std::string_view kDate = "YMWD";
    constexpr std::string_view kTime = "HMS";
    constexpr DurationUnit kDateUnits[] = {DurationUnit::kYear, DurationUnit::kMonth, DurationUnit::kWeek,
                                           DurationUnit::kDay};
    constexpr DurationUnit kTimeUnits[] = {DurationUnit::kHour, DurationUnit::kMinute, DurationUnit::kSecond};
    const std::string_view letters = in_time_ ? kTime : kDate;
    const size_t index = at_ < text_.size() ? letters.find(text_[at_] & ~32) : std::string_view::npos;
    if (index == std::string_view::npos) return false;
    ++at_;
    const int order = static_cast<int>(index) + (in_time_ ? 4 : 0);
    if (order < next_order_) return false;
    next_order_ = order + 1;
    add(out, value, in_time_ ? kTimeUnits[index] : kDateUnits[index]);
    return true;
  }

  void add(Amount& out, int64_t value, DurationUnit unit) {
    if (components_++ == 0) {
      out.unit = unit;
      out.count = value;
    }
    out.minutes += minutes_of(value, unit, convention_);
    out.is_convention |= unit == DurationUnit::kDay;
    if (is_elapsed(out.unit) && !is_elapsed(unit)) out.problem = "duration-ambiguous";
  }

  std::string_view text_;
  const DurationConvention& convention_;
  size_t at_ = 0;
  bool in_time_ = false;
  int next_order_ = 0;
  int components_ = 0;
};

}  // namespace

std::optional<Amount> read_iso_duration(const DurationWords& words, size_t i, const DurationConvention& convention) {
  const Tokens& tokens = words.tokens();
  if (!tokens.is(i, TokenKind::kWord) || tokens.folded(i)[0] != 'p' || tokens.folded(i).size() > 2) return {};
  Amount amount;
  const size_t start = tokens[i].begin;
  const size_t size = IsoReader(tokens.source().substr(start), convention).read(amount);
  if (size == 0) return {};
  amount.end = i;
  while (amount.end < tokens.size() && tokens[amount.end].begin < start + size) ++amount.end;
  return amount;
}

}  // namespace catalogue
