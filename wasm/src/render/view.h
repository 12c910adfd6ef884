// SPDX-License-Identifier: MIT
// The structs that templates show, one per thing on the page: plain values in an arena.
//
// Templates read fields by offset (render/template_field.h): strings are views; numbers and booleans
// have 32 bits.
#pragma once

#include <cstdint>
#include <string_view>

#include "catalogue/answer.h"
#include "catalogue/training.h"
#include "render/template_field.h"
#include "static_texts.h"  // generated: struct StaticTexts
#include "wording/messages.h"

namespace catalogue {

using Claim = uint32_t;  // a boolean  // a boolean

// A row of data/templates/roles.json in the page's skin.
struct RoleView {
  std::string_view own;
  std::string_view dsfr;
};

struct RightView {
  uint32_t number = 0;  // 1 + its index in kRightValues; 0: no right
};

struct Choice {
  std::string_view value;
  Label label;
  Claim is_selected = 0;
  Claim has_count = 0;
  Claim is_barren = 0;  // would give no training
  Count count;          // as in Answer::counts
  RightView right;
};

struct Choices {
  std::string_view key;
  NamedText legend;
  ListOf<Choice> choices;
  uint32_t total = 0;     // choices, including those left out
  uint32_t selected = 0;  // selected choices
  uint32_t left_out = 0;  // choices past the longest list
  Claim is_single = 0;    // radio buttons
  Claim is_folded = 0;
  Claim is_long = 0;  // has a field to find a choice
  Claim is_live = 0;  // only the core filters by it, not the style sheet
};

// A bar of the histogram, in units of the drawing.
struct BarView {
  uint32_t x = 0, y = 0, height = 0;
  Claim is_in = 0;    // in the query's range
  Claim follows = 0;  // comes after another bar that is not empty
  NamedText text;     // for screen readers
  uint32_t count = 0;
  Minutes from, to;
};

// One end of the range of minutes: a thumb of the slider and a field.
struct BoundView {
  std::string_view key;
  NamedText label;
  uint32_t stop = 0;
  Label stop_words;
  Label value;  // of the query, or as typed when it was not understood
  Claim is_wrong = 0;
  NamedText error;
};

struct ChipView {
  Label label;
  std::string_view query;  // without this filter
};

struct WarningView {
  NamedText text;
  std::string_view key;
  std::string_view value;
  std::string_view exact_query;  // the query without corrections, where the text was corrected
};

struct ExitView {
  NamedText text;
  Label label;
  Count total;
  std::string_view query;
};

struct TagView {
  Label label;
  std::string_view url;
  Claim is_marked = 0;
};

// A right that a licence allows or denies, in a sentence.
struct UseView {
  NamedText allows;
  Claim follows = 0;  // comes after another right
};

struct ItemView {
  Training training;
  std::string_view language;  // "" for that of the page
  std::string_view checked;   // "03/03/2026", or ""
  Label registration_label;
  ListOf<TagView> tags;
  ListOf<UseView> allowed, denied;  // both empty for an unknown licence
  Claim is_free = 0;
};

// A page of the results, or the step to the one before or after.
struct StepView {
  uint32_t number = 0;  // 0: no such page
  Claim is_current = 0;
  Claim is_after_gap = 0;
};

struct PageView {
  std::string_view prefix;  // of ids
  Claim is_dsfr = 0, is_static = 0, has_list = 0, has_panel = 0, has_results = 0, opens_new_window = 0;
  uint32_t heading_level = 2;
  Claim is_large = 0;  // more than kFewTrainings trainings
  Claim has_days = 0;  // there is a day to sort by
  std::string_view text;
  std::string_view base_query;  // canonical, without the page
  uint32_t sort = 0;
  Count total, page, pages;
  Claim is_paged = 0;

  Claim has_search = 0, is_range_open = 0, has_nothing_to_clear = 0;
  ListOf<Choices> groups;
  ListOf<BarView> bars;
  uint32_t track_width = 0, last_stop = 0;  // 0 to last_stop, in units of the drawing
  uint32_t chosen_x = 0, chosen_width = 0;  // between the thumbs
  ListOf<BoundView> bounds;

  Claim is_empty = 0;
  ListOf<ChipView> chips;  // one per active filter
  uint32_t active = 0;
  ListOf<WarningView> warnings;
  ListOf<ExitView> exits;
  ListOf<Hidden> hidden;
  ListOf<ItemView> items;
  StepView previous, next;
  ListOf<StepView> steps;
};

// For pages without script.
struct LinkView {
  std::string_view url, label;
  Count count;
};

struct LinkSetView {
  NamedText legend;
  ListOf<LinkView> links;
};

// A right, in one sentence.
struct MeaningView {
  RightView right;
  std::string_view words;
};

// What a build adds to a page: links, facts of one item, the meaning of the rights; each template reads its own.
struct StaticView {
  StaticTexts words;
  ListOf<LinkSetView> sets;
  ItemView item;
  std::string_view report;  // where mistakes in the item are told, or ""
  ListOf<MeaningView> meanings;
};

}  // namespace catalogue
