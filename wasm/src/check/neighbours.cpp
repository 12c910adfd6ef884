// SPDX-License-Identifier: MIT
// Compares texts with their neighbours in sorted order.
#include "check/neighbours.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "text/ascii.h"
#include "text/edit_distance.h"

namespace catalogue {
namespace {

constexpr size_t kWindow = 6;         // neighbours compared on each side of the alphabet
constexpr size_t kLongestText = 200;  // in bytes: longer ones take too long to compare

std::string without_digits(const std::string& text) {
  std::string out;
  for (const char c : text)
    if (!is_digit(c)) out += c;
  return out;
}

// The word around byte `at`.
std::string_view word_at(std::string_view text, size_t at) {
  const size_t before = at == 0 ? std::string_view::npos : text.rfind(' ', at - 1);
  const size_t first = before == std::string_view::npos ? 0 : before + 1;
  return text.substr(first, std::min(text.find(' ', first), text.size()) - first);
}

// "organisme a", "organisme b": a letter that is a word is a name, not a slip.
bool differ_by_short_word(std::string_view a, std::string_view b) {
  size_t at = 0;
  while (at < a.size() && at < b.size() && a[at] == b[at]) ++at;
  return word_at(a, at).size() < 3 && word_at(b, at).size() < 3;
}

bool is_slip(const std::string& a, const std::string& b) {
  if (a == b || differ_by_short_word(a, b)) return false;
  if (std::max(a.size(), b.size()) > kLongestText) return false;
  const uint32_t limit = typos_allowed(std::min(a.size(), b.size()));
  return edit_distance(a, b, limit) <= limit && without_digits(a) != without_digits(b);
}

using Pairs = std::set<std::pair<size_t, size_t>>;

void compare_neighbours(const std::vector<std::string>& texts, const std::vector<size_t>& order, Pairs& pairs) {
  for (size_t i = 0; i < order.size(); ++i)
    for (size_t j = i + 1; j < order.size() && j <= i + kWindow; ++j)
      if (is_slip(texts[order[i]], texts[order[j]])) pairs.insert(std::minmax(order[i], order[j]));
}

}  // namespace

std::vector<std::pair<size_t, size_t>> near_pairs(const std::vector<std::string>& texts) {
  std::vector<size_t> order(texts.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  Pairs pairs;
  std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return texts[a] < texts[b]; });
  // Equal texts would fill the window: one of each is enough.
  const auto last = std::unique(order.begin(), order.end(), [&](size_t a, size_t b) { return texts[a] == texts[b]; });
  order.erase(last, order.end());
  compare_neighbours(texts, order, pairs);
  std::sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    return std::lexicographical_compare(texts[a].rbegin(), texts[a].rend(), texts[b].rbegin(), texts[b].rend());
  });
  compare_neighbours(texts, order, pairs);
  return {pairs.begin(), pairs.end()};
}

}  // namespace catalogue
