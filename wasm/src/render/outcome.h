// SPDX-License-Identifier: MIT
// What stands between the panel and the list: chips, sort, remarks, and ways out of nothing.
#pragma once

#include "catalogue/answer.h"
#include "catalogue/query.h"
#include "render/page.h"

namespace catalogue {

void write_outcome(Page& page, const Query& query, const Answer& answer);

}  // namespace catalogue
