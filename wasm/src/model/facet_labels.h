// SPDX-License-Identifier: MIT
// What a visitor reads for a value of a facet.
#pragma once

#include <string>

#include "catalogue/catalogue.h"

namespace catalogue {

// `value.label` comes as the editor's words and is kept where there is nothing better to say.
std::string facet_label(Facet facet, const FacetValue& value, Language language);

}  // namespace catalogue
