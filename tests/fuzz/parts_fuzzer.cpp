// SPDX-License-Identifier: MIT
// Any bytes in a part of a catalogue: it is refused, or queries are answered in few rounds, with our HTML alone.
//
// An input is: the number of the part, and where it changes (two bytes, low one first); then the bytes that take the
// place of those there. Without them, the part ends there. A number from 128 on is of a catalogue with groups of terms,
// and names a part of these.
#include "../core/parts_of.h"
#include "answer_check.h"
#include "catalogue/catalogue_reader.h"
#include "parts/parts_reader.h"
#include "require.h"
#include "search/term_groups.h"

using namespace catalogue;

namespace {

constexpr std::string_view kCatalogue = R"({"title":"Essai","trainings":[
  {"id":"a","title":"Écoconception","provider":"INR","themes":["Achats"],"modalities":["en-ligne"],"languages":["fr"],
   "durations":[{"min":30,"max":30},{"min":240,"max":240}],"licence":{"id":"CC-BY-SA-4.0"},"description":"analyse de cycle de vie"},
  {"id":"b","title":"Données ouvertes 10","durations":[{"span":900}],"licence":{"id":"etalab-2.0"},"checked":"2026-03-03"},
  {"id":"c","title":"Données ouvertes 2","themes":["Mesure"],"durations":[{"min":60,"max":120}]}]})";

constexpr std::string_view kQueries[] = {"",          "q=donn%C3%A9es",       "q=ACV+donees&theme=mesure",
                                         "tri=titre", "tri=verification&q=2", "duree=20-50&tri=duree&q=%22ouvrete%22"};

// Each word in a fortieth of the least catalogue with groups.
std::string with_groups() {
  std::string json = R"({"title":"Essai","trainings":[)";
  for (uint32_t i = 0; i < TermGroups::kFewestTrainings; ++i) {
    const std::string number = std::to_string(i);
    json += R"({"id":")" + number + R"(","title":"mot)" + std::to_string(i % 40) +
            R"(","languages":["fr"],"licence":{"id":"etalab-2.0"},"durations":[{"min":30,"max":60}]},)";
  }
  json.back() = ']';
  return json + "}";
}

constexpr std::string_view kGroupQueries[] = {"q=mot7", "q=mto12+mot12"};

// Each question lacks parts in four rounds at most: words; postings; groups and blocks; columns where a group lacks
// a training.
constexpr int kMostRounds = 5;

bool add(PartsReader& reader, uint32_t number, std::string_view bytes) {
  reader.add(number, bytes);
  PartsReader::State state;
  do {
    state = reader.step();
  } while (state == PartsReader::State::kMore);
  return state == PartsReader::State::kDone;
}

void check_answer(const Catalogue& catalogue, const Query& query, const Answer& answer, Arena& arena) {
  require(answer.total <= catalogue.size() && answer.rows.size() <= kPageSize);
  require_our_html(render_answer(catalogue, query, answer, {}, arena));
}

// False when a part is refused.
bool ask(PartsReader& reader, const std::vector<std::string>& parts, std::string_view words) {
  for (int round = 0; round < kMostRounds; ++round) {
    Arena arena;
    const Query query = parse_query(words, reader.catalogue(), arena);
    if (const auto answer = reader.answer(query, kPageSize, arena)) {
      check_answer(reader.catalogue(), query, *answer, arena);
      return true;
    }
    const std::vector<uint32_t> missing(reader.missing().begin(), reader.missing().end());
    for (const uint32_t number : missing)
      if (number >= parts.size() || !add(reader, number, parts[number])) return false;
  }
  require(false);
  return false;
}

// The parts of a catalogue, of which those from `first` on change.
struct Cut {
  std::vector<std::string> parts;
  size_t first;
  std::span<const std::string_view> queries;
};

Cut cut_whole() { return {parts_of(read_catalogue(kCatalogue, Language::kFrench).value()), 0, kQueries}; }

Cut cut_groups() {
  const auto read = read_catalogue(with_groups(), Language::kFrench);
  const Catalogue& whole = read.value();
  std::vector<std::string> parts = parts_of(whole);
  const size_t first = first_group_of(whole, parts);
  return {std::move(parts), first, kGroupQueries};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const Cut cuts[] = {cut_whole(), cut_groups()};
  if (size < 3) return 0;
  const Cut& cut = cuts[data[0] >> 7];
  std::vector<std::string> parts = cut.parts;
  std::string& part = parts[cut.first + (data[0] & 127) % (parts.size() - cut.first)];
  const size_t at = std::min<size_t>(part.size(), data[1] | data[2] << 8);
  const std::string_view bytes = words_of(data, size).substr(3);
  part.replace(at, bytes.empty() ? part.size() : bytes.size(), bytes);
  PartsReader reader(Language::kFrench);
  if (!add(reader, kHeadPart, parts[kHeadPart])) return 0;
  for (const std::string_view words : cut.queries)
    if (!ask(reader, parts, words)) return 0;
  return 0;
}
