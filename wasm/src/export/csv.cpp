// SPDX-License-Identifier: MIT
// The catalogue as comma-separated values.
#include <algorithm>

#include "catalogue/export.h"
#include "export/words.h"

namespace catalogue {
namespace {

// The byte order mark tells LibreOffice and Excel that the file is UTF-8: RFC 4180 has no way to say it.
constexpr std::string_view kHeader =
    "\xEF\xBB\xBFid,titre,organisme,adresse,duree,duree_min,duree_max,duree_ecoulee,licence,licence_texte,"
    "licence_adresse,modalites,langues,themes,description\r\n";

// Spreadsheets take these for a formula (OWASP, CSV injection).
bool starts_formula(std::string_view words) {
  return !words.empty() && std::string_view("=+-@\t\r").find(words.front()) != std::string_view::npos;
}

class CsvWriter {
 public:
  CsvWriter& cell(std::string_view words) {
    if (!is_first_) out_ += ',';
    is_first_ = false;
    const bool is_formula = starts_formula(words);
    const bool is_quoted = words.find_first_of(",\"\r\n") != std::string_view::npos;
    if (is_quoted) out_ += '"';
    if (is_formula) out_ += '\'';
    for (const char c : words) {
      if (c == '"') out_ += '"';
      if (c != '\0') out_ += c;
    }
    if (is_quoted) out_ += '"';
    return *this;
  }

  CsvWriter& minutes(int32_t value) { return cell(value == kUnknownMinutes ? std::string() : std::to_string(value)); }

  void end_line() {
    out_ += "\r\n";
    is_first_ = true;
  }

  std::string take() { return std::move(out_); }

 private:
  std::string out_ = std::string(kHeader);
  bool is_first_ = true;
};

// The whole extent of a training's alternatives, kUnknownMinutes where none is known, or where there is no end.
struct Extent {
  int32_t min = kUnknownMinutes;
  int32_t max = kUnknownMinutes;
  int32_t span = kUnknownMinutes;
};

Extent extent_of(std::span<const Duration> durations) {
  Extent extent;
  bool has_end = true;
  for (const Duration& duration : durations) {
    extent.span = std::max(extent.span, duration.span);
    if (!duration.is_known()) continue;
    extent.min = extent.min == kUnknownMinutes ? duration.min : std::min(extent.min, duration.min);
    extent.max = std::max(extent.max, duration.max);
    has_end &= duration.has_end();
  }
  if (!has_end) extent.max = kUnknownMinutes;
  return extent;
}

}  // namespace

std::string export_csv(const Catalogue& catalogue, const ExportOptions&) {
  CsvWriter csv;
  Arena arena;
  for (uint32_t row = 0; row < catalogue.size(); ++row) {
    arena.clear();
    const Training training = catalogue.training(row, arena);
    const Extent extent = extent_of(training.durations);
    csv.cell(training.id).cell(training.title).cell(training.provider).cell(training.url);
    csv.cell(join(duration_words(training.durations), " | "));
    csv.minutes(extent.min).minutes(extent.max).minutes(extent.span);
    csv.cell(training.licence.name()).cell(training.licence.text).cell(training.licence.url);
    csv.cell(join(training.modalities, " | ")).cell(join(training.languages, " | "));
    csv.cell(join(training.themes, " | ")).cell(training.description);
    csv.end_line();
  }
  return csv.take();
}

}  // namespace catalogue
