// SPDX-License-Identifier: MIT
// The links to the pages of the results.
#include "render/choices.h"
#include "render/results.h"

namespace catalogue {
namespace {

// number: 1 or more; the first page is the query without one.
void write_target(Page& page, std::string_view canonical, uint32_t number) {
  std::string target = without(canonical, {});
  HtmlWriter digits;
  if (number > 1) target.append(target.empty() ? "page=" : "&page=").append(digits.number(number).str());
  page.raw(" href=\"?").text(target).raw("\"").attribute("data-query", target);
}

void write_number(Page& page, std::string_view query, uint32_t number, uint32_t current) {
  page.raw("<li>").open_tag("a", role::kPage);
  HtmlWriter digits;
  const std::string words = text_of(page.language, Text::kPage, {.x = digits.number(number).str()});
  if (number == current) {
    page.raw(" aria-current=\"page\"");
  } else {
    write_target(page, query, number);
  }
  page.attribute("title", words).end().raw(digits.str()).raw("</a></li>");
}

// Previous or next: kept in place without a target at either end (DSFR pagination).
void write_step(Page& page, std::string_view query, uint32_t number, bool is_possible, bool is_next) {
  page.raw("<li><a class=\"catalogue-page");
  if (page.is_dsfr()) {
    page.raw(" fr-pagination__link fr-pagination__link--lg-label fr-pagination__link--");
    page.raw(is_next ? "next" : "prev");
  }
  page.raw("\"");
  if (is_possible) {
    write_target(page, query, number);
  } else {
    page.raw(" aria-disabled=\"true\" role=\"link\"");
  }
  page.end().say(is_next ? Text::kNext : Text::kPrevious).raw("</a></li>");
}

// The first page, those around the current one, and the last: five at most, however many there are.
uint32_t next_shown(uint32_t number, const Answer& answer) {
  if (number + 1 < answer.page) return answer.page - 1;
  if (number <= answer.page) return number + 1;
  return number < answer.pages ? answer.pages : number + 1;
}

}  // namespace

void write_pages(Page& page, const Answer& answer) {
  if (answer.pages < 2) return;
  page.open_tag("nav", role::kPages).raw(" role=\"navigation\"").say_in("aria-label", Text::kPages).end();
  page.open("ul", role::kPageList);
  write_step(page, answer.query, answer.page - 1, answer.page > 1, /*is_next=*/false);
  uint32_t last_written = 0;
  for (uint32_t number = 1; number <= answer.pages; number = next_shown(number, answer)) {
    if (number > last_written + 1) page.raw("<li><span class=\"catalogue-gap\">…</span></li>");
    write_number(page, answer.query, number, answer.page);
    last_written = number;
  }
  write_step(page, answer.query, answer.page + 1, answer.page < answer.pages, /*is_next=*/true);
  page.close("ul").close("nav");
}

}  // namespace catalogue
