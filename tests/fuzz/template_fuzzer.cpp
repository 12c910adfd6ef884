// SPDX-License-Identifier: MIT
// Any text in every field that templates show, in every skin and language: it stays text.
#include <nlohmann/json.hpp>
#include <string>

#include "answer_check.h"
#include "catalogue/catalogue_reader.h"
#include "require.h"

using namespace catalogue;
using Json = nlohmann::json;

namespace {

// A catalogue whose every field holds `words`, in one training or the other.
std::string catalogue_of(const std::string& words) {
  const Json first = {{"id", "a"},
                      {"title", words},
                      {"provider", words},
                      {"url", words},
                      {"description", words},
                      {"source", words},
                      {"registration", words},
                      {"registrationLabel", words},
                      {"themes", {words, "b"}},
                      {"modalities", {words}},
                      {"languages", {words}},
                      {"licence", {{"text", words}, {"url", words}}},
                      {"durations", {{{"min", 30}, {"max", 30}, {"text", words}}, {{"span", 60}, {"text", words}}}}};
  const Json second = {{"id", words}, {"title", "b"}, {"licence", {{"id", words}}}};
  const Json third = {{"id", "c"}, {"title", "c"}};
  const Json whole = {{"title", words}, {"url", words}, {"trainings", {first, second, third}}};
  return whole.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void draw(const Catalogue& catalogue, std::string_view asked, std::string_view words) {
  Arena arena;
  const Query query = parse_query(asked, catalogue, arena);
  const Answer answer = answer_query(catalogue, query, 2, arena);
  RenderOptions options;
  for (const Skin skin : {Skin::kNeutral, Skin::kDsfr}) {
    options.skin = skin;
    options.id_prefix = words;
    require_our_html(render_answer(catalogue, query, answer, options, arena));
    const StaticParts parts = render_static(catalogue, options, {words, words});
    require_our_html(parts.before + parts.after);
    require_our_html(parts.links);
    for (const StaticItem& item : parts.items) require_our_html(item.facts);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string words(words_of(data, size));
  for (const Language language : {Language::kFrench, Language::kEnglish}) {
    const Result<Catalogue> read = read_catalogue(catalogue_of(words), language);
    if (!read.ok()) continue;
    draw(read.value(), "", words);
    draw(read.value(), "q=" + words + "&theme=" + words + "&duree=" + words + "&tri=" + words, words);
    draw(read.value(), words, words);
  }
  return 0;
}
