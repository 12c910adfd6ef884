// SPDX-License-Identifier: MIT
// answer_query() (catalogue/answer.h) with another way to count choices.
#pragma once

#include "catalogue/answer.h"
#include "filter/counts.h"

namespace catalogue {

using CountChoices = Counts (*)(const Columns&, const Query&, const Masks&, Arena&);

Answer answer_query(const Catalogue& catalogue, const Query& query, uint32_t page_size, Arena& arena,
                    CountChoices count);

}  // namespace catalogue
