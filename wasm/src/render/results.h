// SPDX-License-Identifier: MIT
// The list of trainings, and the links to its pages.
#pragma once

#include "catalogue/answer.h"
#include "catalogue/query.h"
#include "render/page.h"

namespace catalogue {

// A <ul> with one <li data-id> per training of the answer's page (RGAA 9.3).
void write_results(Page& page, const Query& query, const Answer& answer);

// Real links, the current page marked; nothing when there is one page only.
void write_pages(Page& page, const Answer& answer);

}  // namespace catalogue
