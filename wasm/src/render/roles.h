// SPDX-License-Identifier: MIT
// The one table of skins: what each piece of the page is called in each of them.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace catalogue {

// `own` is the class (after "catalogue-") and the ::part; `dsfr` the classes of the DSFR component
// (design system documentation, "code" page of each component).
struct Role {
  std::string_view own;
  std::string_view dsfr;
};

namespace role {
inline constexpr Role kPanel = {"panel", ""};
inline constexpr Role kSkip = {"skip", "fr-link"};
inline constexpr Role kToggle = {"toggle", "fr-checkbox-group"};
inline constexpr Role kFields = {"fields", ""};
inline constexpr Role kSearch = {"search", "fr-input-group"};
inline constexpr Role kFacet = {"facet", "fr-fieldset"};
inline constexpr Role kLegend = {"legend", "fr-fieldset__legend fr-fieldset__legend--regular"};
inline constexpr Role kField = {"", "fr-fieldset__element fr-fieldset__element--inline"};
inline constexpr Role kCheckbox = {"choice", "fr-checkbox-group fr-checkbox-group--sm"};
inline constexpr Role kRadio = {"choice", "fr-radio-group fr-radio-group--sm"};
inline constexpr Role kLabel = {"", "fr-label"};
inline constexpr Role kMessages = {"", "fr-messages-group"};
inline constexpr Role kCount = {"count", ""};
inline constexpr Role kHint = {"hint", "fr-hint-text"};
inline constexpr Role kInput = {"input", "fr-input"};
inline constexpr Role kError = {"error", "fr-message fr-message--error"};
inline constexpr Role kMore = {"more", ""};
inline constexpr Role kRange = {"range", ""};
inline constexpr Role kBounds = {"bounds", ""};
inline constexpr Role kBound = {"bound", "fr-input-group"};
inline constexpr Role kRangeGroup = {"slider", "fr-range-group"};
inline constexpr Role kSlider = {"", "fr-range fr-range--sm fr-range--double"};
inline constexpr Role kHistogram = {"histogram", ""};
inline constexpr Role kFoot = {"foot", ""};
inline constexpr Role kButton = {"button", "fr-btn fr-btn--secondary fr-btn--sm"};
inline constexpr Role kAction = {"action", "fr-btn fr-btn--tertiary-no-outline fr-btn--sm"};
inline constexpr Role kLinks = {"links", ""};
inline constexpr Role kLinkGroup = {"link-group", "fr-tags-group"};
inline constexpr Role kLinkTag = {"link", "fr-tag fr-tag--sm"};
inline constexpr Role kStatus = {"status", ""};
inline constexpr Role kOutcome = {"outcome", ""};
inline constexpr Role kChips = {"chips", "fr-tags-group"};
inline constexpr Role kChip = {"chip", "fr-tag fr-tag--sm fr-tag--dismiss"};
inline constexpr Role kTools = {"tools", ""};
inline constexpr Role kSort = {"sort", "fr-select-group"};
inline constexpr Role kSelect = {"select", "fr-select"};
inline constexpr Role kNotice = {"notice", "fr-alert fr-alert--info fr-alert--sm"};
inline constexpr Role kExits = {"exits", "fr-btns-group fr-btns-group--sm"};
inline constexpr Role kEmpty = {"empty", ""};
inline constexpr Role kList = {"list", ""};
inline constexpr Role kGrid = {"list", "fr-grid-row fr-grid-row--gutters"};
inline constexpr Role kItem = {"item", "fr-col-12 fr-col-md-6"};
inline constexpr Role kCard = {"", "fr-card"};
inline constexpr Role kCardBody = {"", "fr-card__body"};
inline constexpr Role kCardContent = {"", "fr-card__content"};
inline constexpr Role kTitle = {"title", "fr-card__title"};
inline constexpr Role kDescription = {"description", "fr-card__desc"};
inline constexpr Role kCardStart = {"", "fr-card__start"};
inline constexpr Role kCardEnd = {"", "fr-card__end"};
inline constexpr Role kDetail = {"provider", "fr-card__detail"};
inline constexpr Role kSource = {"source", "fr-card__detail"};
inline constexpr Role kRegistration = {"registration", ""};
inline constexpr Role kTags = {"tags", "fr-tags-group"};
inline constexpr Role kTag = {"tag", "fr-tag fr-tag--sm"};
inline constexpr Role kRights = {"rights", ""};
inline constexpr Role kPictogram = {"pictogram", ""};
inline constexpr Role kPages = {"pages", "fr-pagination"};
inline constexpr Role kPageList = {"page-list", "fr-pagination__list"};
inline constexpr Role kPage = {"page", "fr-pagination__link"};
inline constexpr Role kHidden = {"sr", "fr-sr-only"};
}  // namespace role

}  // namespace catalogue
