// SPDX-License-Identifier: MIT
// The list of trainings: one item each, its title the link, its words escaped.
#include "render/results.h"

#include "catalogue/licence_table.h"
#include "catalogue/minutes.h"
#include "render/choices.h"
#include "render/highlight.h"
#include "render/pictograms.h"

namespace catalogue {
namespace {

bool fits(const Duration& duration, const Query& query) {
  if (!duration.is_known()) return false;
  for (const MinuteRange& range : query.durations) {
    if (duration.min <= range.max && duration.max >= range.min) return true;
  }
  return false;
}

void open_new_window_tag(Page& page, std::string_view words) {
  if (!page.options.opens_new_window) return;
  page.raw(" target=\"_blank\" rel=\"noopener external\" title=\"").text(words).raw(" - ");
  page.say(Text::kNewWindow).raw("\"");
}

void write_title(Page& page, const Training& training, const Query& query) {
  page.heading("<").raw(" class=\"catalogue-title");
  page.raw(page.is_dsfr() ? " fr-card__title\">" : "\" part=\"title\">");
  const bool has_link = !training.url.empty() && is_safe_url(training.url);
  if (has_link) {
    page.raw("<a").attribute("href", training.url);
    open_new_window_tag(page, training.title);
    page.end();
  }
  write_highlighted(page.out, training.title, query.text);
  if (has_link) page.close("a");
  page.heading("</").end();
}

void write_tag(Page& page, std::string_view words) {
  page.raw("<li>").open("p", role::kTag).text(words).raw("</p></li>");
}

// The alternative that fits what was asked is marked when there are several.
void write_durations(Page& page, const Training& training, const Query& query) {
  if (training.durations.empty()) write_tag(page, text_of(page.language, Text::kDurationUnknown));
  for (const Duration& duration : training.durations) {
    page.raw("<li>").open("p", role::kTag);
    const bool is_marked = training.durations.size() > 1 && fits(duration, query);
    page.raw(is_marked ? "<mark>" : "").text(duration.text).raw(is_marked ? "</mark>" : "").raw("</p></li>");
  }
}

void write_licence(Page& page, const Licence& licence) {
  const std::string label = licence.id.empty() && licence.text.empty()
                                ? text_of(page.language, Text::kLicenceUnknown)
                            : licence.id.empty() ? std::string(licence.text)
                                                 : licence_label(licence.id, page.language);
  page.raw("<li>");
  const bool has_link = !licence.url.empty() && is_safe_url(licence.url);
  page.open_tag(has_link ? "a" : "p", role::kTag);
  if (has_link) {
    page.attribute("href", licence.url);
    open_new_window_tag(page, label);
  }
  page.end().text(label).close(has_link ? "a" : "p").raw("</li>");
}

void write_rights(Page& page, const Licence& licence) {
  static constexpr struct {
    uint8_t bit;
    std::string_view value;
    Text text;
  } kRights[] = {{kRightCommercial, "commercial", Text::kAllowsCommercial},
                 {kRightModification, "modification", Text::kAllowsModification},
                 {kRightSharing, "partage", Text::kAllowsPartage},
                 {kRightFree, "libre", Text::kAllowsLibre}};
  const uint8_t rights = licence_rights(licence.id);
  if (!(rights & (kRightCommercial | kRightModification | kRightSharing | kRightFree))) return;
  page.open_tag("ul", role::kRights).say_in("aria-label", Text::kAllows).end();
  for (const auto& right : kRights) {
    if (!(rights & right.bit)) continue;
    page.raw("<li>");
    write_right_pictogram(page, right.value);
    page.say(right.text).raw("</li>");
  }
  page.close("ul");
}

void write_values(Page& page, std::string_view key, const std::vector<std::string_view>& values) {
  for (const std::string_view value : values) write_tag(page, label_of(page.catalogue, key, value));
}

// A title in another language than the page says so (RGAA 8.7).
void write_language(Page& page, const Training& training) {
  const std::string_view own = page.language == Language::kFrench ? "fr" : "en";
  if (training.languages.size() == 1 && training.languages[0] != own) {
    page.attribute("lang", training.languages[0]);
  }
}

// Where the training is listed, when several catalogues were brought together.
void write_source(Page& page, const Training& training) {
  if (training.source.empty()) return;
  page.open("p", role::kSource).say(Text::kSource).raw(" ").text(training.source).raw("</p>");
}

// A partner's own way in, beside the link to the training. Its words come with its title (RGAA 6.1).
void write_registration(Page& page, const Training& training) {
  if (training.registration.empty() || !is_safe_url(training.registration)) return;
  const std::string_view own = training.registration_label;
  const std::string words = own.empty() ? text_of(page.language, Text::kRegister) : std::string(own);
  page.open("p", role::kRegistration).raw("<a").attribute("href", training.registration);
  page.attribute("aria-label", words + " - " + std::string(training.title)).end().text(words).raw("</a></p>");
}

void write_item(Page& page, const Training& training, const Query& query) {
  page.open_tag("li", role::kItem).attribute("data-id", training.id).end();
  page.wrap(role::kCard).wrap(role::kCardBody).wrap(role::kCardContent);
  write_title(page, training, query);
  page.open_tag("p", role::kDescription);
  write_language(page, training);
  page.end();
  write_highlighted(page.out, training.description, query.text);
  page.close("p").wrap(role::kCardStart).open("ul", role::kTags);
  write_durations(page, training, query);
  write_licence(page, training.licence);
  write_values(page, "modalite", training.modalities);
  write_values(page, "theme", training.themes);
  page.close("ul").unwrap().wrap(role::kCardEnd);
  if (!training.provider.empty()) {
    page.open("p", role::kDetail).say(Text::kProvider).raw(" ");
    write_highlighted(page.out, training.provider, query.text);
    page.close("p");
  }
  write_source(page, training);
  page.unwrap();
  write_registration(page, training);
  write_rights(page, training.licence);
  page.unwrap(3).close("li");
}

}  // namespace

void write_results(Page& page, const Query& query, const Answer& answer) {
  page.open_tag("ul", page.is_dsfr() ? role::kGrid : role::kList).raw(" role=\"list\"");
  page.say_in("aria-label", Text::kList).end();
  for (const uint32_t row : answer.rows) write_item(page, page.catalogue.training(row), query);
  page.close("ul");
}

}  // namespace catalogue
