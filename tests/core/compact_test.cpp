// SPDX-License-Identifier: MIT
// The compact file: the same answers as from JSON, and nothing else is taken for one.
#include "catalogue/compact.h"

#include <gtest/gtest.h>

#include <cstring>
#include <string>

#include "ask.h"
#include "catalogue/catalogue_reader.h"
#include "model/compact_file.h"
#include "model/training_rights.h"

namespace catalogue {
namespace {

constexpr std::string_view kJson = R"({
  "title": "Formations", "updated": "2024-03-12", "licence": "etalab-2.0", "url": "https://f.example/",
  "trainings": [
    {"id": "mooc", "title": "MOOC Num\u00e9rique", "provider": "INR", "description": "Deux modules",
     "durations": [{"min": 30, "max": 30, "basis": "stated", "text": "30 minutes"},
                   {"min": 240, "max": 300, "approx": true, "text": "4 à 5 heures"}],
     "licence": {"id": "CC-BY-NC-ND-4.0", "text": "CC BY-NC-ND 4.0"},
     "modalities": ["en-ligne"], "languages": ["fr", "en"], "themes": ["Écoconception", "Achats"]},
    {"id": "fresque", "title": "La Fresque", "durations": [{"span": 8640, "text": "6 jours"}]},
    {"id": "cours", "title": "Œuvres libres", "provider": "École", "licence": {"id": "GPL-3.0-only"},
     "modalities": ["presentiel"], "themes": ["ecoconception"], "durations": [{"min": 90, "max": 90}]},
    {"id": "suite", "title": "Suite", "licence": {"family": "CC-BY-SA", "text": "CC BY-SA"},
     "durations": [{"min": 120, "basis": "stated", "text": "2 h et plus"}]},
    {"id": "vague", "title": "Vague", "licence": {"status": "ambiguous", "rights": ["modification", "partage"]}}
  ]})";

std::string file_of(std::string_view json) {
  Result<CompactFile> file = write_compact(json);
  return file.ok() ? file.value().bytes : std::string(file.error().code);
}

std::string error_of(std::string_view bytes) {
  const Result<Catalogue> result = read_catalogue(bytes, Language::kFrench);
  return result.ok() ? "accepted" : std::string(result.error().code);
}

// The file with its sum worked out again: only what it says can be at fault then.
std::string with_sum(std::string file) {
  CompactSum sum;
  sum.add(file.data() + kCompactHeader, file.size() - kCompactHeader);
  const uint64_t value = sum.value();
  std::memcpy(file.data() + kCompactMagic.size(), &value, sizeof value);
  return file;
}

// Everything that can be asked of a catalogue, as one text.
std::string all_of(const Catalogue& catalogue) {
  std::string all;
  for (size_t f = 0; f < kFacetCount; ++f) {
    for (const FacetValue& value : catalogue.values(static_cast<Facet>(f))) {
      all.append(value.value).append("=").append(value.label).append("\n");
    }
  }
  Arena arena;
  for (uint32_t row = 0; row < catalogue.size(); ++row) {
    const Training training = catalogue.training(row, arena);
    all.append(training.id).append(training.title).append(training.licence.text);
    all.append(training.licence.family).append(std::to_string(training_rights(training)));
    for (const Duration& duration : training.durations)
      all.append(duration.text).append(duration.basis).append(std::to_string(duration.longest()));
  }
  for (const std::string_view words : {"", "duree=-60&tri=titre", "licence=gpl-3.0-only&tri=organisme"}) {
    const Query query = parse_query(words, catalogue, arena);
    all += answer_json(catalogue, query, answer_query(catalogue, query, 20, arena));
  }
  return all;
}

TEST(Compact, gives_what_the_json_gives_in_both_languages) {
  for (const Language language : {Language::kFrench, Language::kEnglish}) {
    const Result<Catalogue> json = read_catalogue(kJson, language);
    const Result<Catalogue> compact = read_catalogue(file_of(kJson), language);
    ASSERT_TRUE(json.ok() && compact.ok());
    EXPECT_EQ(all_of(compact.value()), all_of(json.value()));
    EXPECT_EQ(compact.value().url(), "https://f.example/");
  }
}

TEST(Compact, written_again_is_the_same_file) {
  const std::string file = file_of(kJson);
  EXPECT_EQ(file_of(file), file);
  EXPECT_EQ(file.size() % 8, 0u);
}

TEST(Compact, holds_a_catalogue_without_trainings) { EXPECT_EQ(error_of(file_of(R"({"trainings":[]})")), "accepted"); }

TEST(Compact, is_not_made_of_a_refused_catalogue) { EXPECT_EQ(file_of(R"({"trainings":[{}]})"), "missing-member"); }

TEST(Compact, is_refused_when_cut_at_any_byte_or_longer) {
  const std::string file = file_of(kJson);
  for (size_t size = kCompactMagic.size(); size < file.size(); ++size) {
    EXPECT_EQ(error_of(file.substr(0, size)), "damaged-file") << size;
  }
  EXPECT_EQ(error_of(file + std::string(8, '\0')), "damaged-file");
}

TEST(Compact, is_refused_when_any_byte_changes) {
  const std::string file = file_of(kJson);
  for (size_t at = 0; at < file.size(); ++at) {
    for (const int bit : {0, 5, 7}) {
      std::string changed = file;
      changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
      EXPECT_NE(error_of(changed), "accepted") << at;
    }
  }
}

TEST(Compact, of_another_version_is_told_apart) {
  std::string file = file_of(kJson);
  file[kCompactMagic.size() - 1] = 1;
  EXPECT_EQ(error_of(file), "unknown-version");
}

// A file whose sum is right may still say anything: read and answered without harm, or refused.
TEST(Compact, with_a_forged_sum_is_never_read_out_of_bounds) {
  const std::string file = file_of(kJson);
  for (size_t at = kCompactHeader; at < file.size(); ++at) {
    for (const char byte : {'\0', '\x01', '\x7F', '\xFF'}) {
      std::string changed = file;
      changed[at] = byte;
      const Result<Catalogue> result = read_catalogue(with_sum(changed), Language::kEnglish);
      if (result.ok()) {
        EXPECT_FALSE(all_of(result.value()).empty());
      } else {
        EXPECT_EQ(result.error().code, "damaged-file");
      }
    }
  }
}

TEST(Compact, with_a_forged_sum_and_a_record_that_begins_behind_the_last_is_refused) {
  std::string file = file_of(kJson);
  const uint32_t behind = 0x7FFFFFFF;
  // The starts of the five records follow the records: a number of them, then four bytes each.
  const char starts[] = "\x05\0\0\0\0\0\0\0\0\0\0\0";
  const size_t at = file.find(std::string_view(starts, sizeof starts - 1));
  ASSERT_NE(at, std::string::npos);
  std::memcpy(file.data() + at + sizeof(uint64_t), &behind, sizeof behind);
  EXPECT_EQ(error_of(with_sum(file)), "damaged-file");
}

TEST(Compact, with_a_forged_sum_and_words_that_are_not_utf8_still_answers) {
  std::string file = file_of(kJson);
  file[file.find("Fresque")] = '\xFF';
  const Result<Catalogue> result = read_catalogue(with_sum(file), Language::kFrench);
  ASSERT_TRUE(result.ok());
  Arena arena;
  EXPECT_EQ(result.value().training(1, arena).title, "La \xFFresque");
  EXPECT_EQ(result.value().training(2, arena).title, "Œuvres libres");
  const Query query = parse_query("q=resque&tri=titre", result.value(), arena);
  EXPECT_EQ(answer_query(result.value(), query, 20, arena).total, 1u);
}

}  // namespace
}  // namespace catalogue
