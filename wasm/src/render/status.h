// SPDX-License-Identifier: MIT
// The line that tells how many trainings are shown.
#pragma once

#include "catalogue/answer.h"
#include "render/page.h"

namespace catalogue {

// A live region: it must be on the page before its words change (RGAA 7.5).
void write_status(Page& page, const Answer& answer);

}  // namespace catalogue
