// SPDX-License-Identifier: MIT
// What a visitor reads for a value of a facet.
#pragma once

#include "catalogue/catalogue.h"
#include "wording/messages.h"

namespace catalogue {

// `value.label` comes as the editor's words and is kept where there is nothing better to say.
Label facet_label(Facet facet, const FacetValue& value);

}  // namespace catalogue
