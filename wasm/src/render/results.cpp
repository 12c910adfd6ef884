// SPDX-License-Identifier: MIT
// The items of the list.
#include "model/buckets.h"
#include "model/list_facets.h"
#include "model/overlap.h"
#include "model/training_rights.h"
#include "render/choices.h"
#include "render/scene.h"
#include "wording/licence_table.h"

namespace catalogue {
namespace {

bool fits(const Duration& duration, const Query& query) {
  if (!duration.is_known()) return false;
  for (const MinuteRange& range : query.durations) {
    if (overlaps(duration.min, duration.longest(), range)) return true;
  }
  return false;
}

Label licence_words(const Licence& licence) {
  if (!licence.name().empty()) return LicenceId{licence.name()};
  if (!licence.text.empty()) return licence.text;
  return Text::kLicenceUnknown;
}

// Durations, modalities, licence, then the other lists but languages. Of several durations, those that match the query
// are marked.
ListOf<TagView> tags_of(const Training& training, const Scene& scene) {
  const auto& durations = training.durations;
  size_t room = 2 + durations.size();
  for (const auto list : kTrainingLists) room += (training.*list).size();
  TagView* const tags = scene.arena.make_first<TagView>(room);
  TagView* next = tags;
  if (durations.empty()) (next++)->label = Text::kDurationUnknown;
  for (const Duration& duration : durations) {
    next->is_marked = durations.size() > 1 && fits(duration, scene.query);
    (next++)->label = duration.text;
  }
  const auto add_list = [&](size_t i) {
    for (const auto& value : training.*kTrainingLists[i])
      (next++)->label = label_of(scene, static_cast<size_t>(kListFacets[i]), value);
  };
  add_list(0);
  next->url = training.licence.url;
  (next++)->label = licence_words(training.licence);
  for (size_t i = 2; i < std::size(kListFacets); ++i) add_list(i);
  return {tags, static_cast<size_t>(next - tags)};
}

// Rights as indexes in kRightValues, the weakest first.
struct Use {
  uint32_t right;
  Text text;
};
constexpr Use kUses[] = {{2, Text::kAllowsPartage}, {1, Text::kAllowsModification}, {0, Text::kAllowsCommercial}};
constexpr uint32_t kFree = 3;
static_assert(kRightValues[kFree] == "libre");

ListOf<UseView> uses_of(uint8_t rights, Arena& arena) {
  UseView* const uses = arena.make_first<UseView>(std::size(kUses));
  size_t count = 0;
  for (const Use& use : kUses) {
    if (!(rights >> use.right & 1)) continue;
    uses[count] = {use.text, count > 0};
    ++count;
  }
  return {uses, count};
}

// "2026-03-03" as "03/03/2026"; other words as they are.
std::string_view day_words(const std::string_view& day, Arena& arena) {
  constexpr std::string_view kPlaces = "8975640123";  // of the characters of `day`
  if (day.size() != kPlaces.size()) return day;
  char* const words = arena.take<char>(kPlaces.size());
  for (size_t i = 0; i < kPlaces.size(); ++i) words[i] = day[static_cast<size_t>(kPlaces[i] - '0')];
  words[2] = words[5] = '/';
  return {words, kPlaces.size()};
}

void show_item(const Scene& scene, ItemView& item) {
  const Training& training = item.training;
  item.checked = day_words(training.checked, scene.arena);
  item.registration_label = training.registration_label;
  if (training.registration_label.empty()) item.registration_label = Text::kRegister;
  const std::string_view own(scene.catalogue.language() == Language::kFrench ? "fr" : "en", 2);
  if (training.languages.size() == 1 && training.languages[0] != own) item.language = training.languages[0];
  item.tags = tags_of(training, scene);
  show_rights(item, scene.arena);
}

}  // namespace

void show_rights(ItemView& item, Arena& arena) {
  const uint8_t rights = training_rights(item.training);
  item.allowed = uses_of(rights, arena);
  // Of words that may mean several licences, what they all grant is known, and no more.
  if (!item.training.licence.name().empty()) item.denied = uses_of(static_cast<uint8_t>(~rights), arena);
  item.is_free = rights >> kFree & 1;
}

void show_items(Scene& scene) {
  const auto rows = scene.answer.rows;
  ItemView* const items = scene.arena.make_first<ItemView>(rows.size());
  for (size_t i = 0; i < rows.size(); ++i) {
    items[i].training = scene.catalogue.training(rows[i], scene.arena);
    show_item(scene, items[i]);
  }
  scene.page.items = {items, rows.size()};
}

}  // namespace catalogue
