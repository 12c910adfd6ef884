// SPDX-License-Identifier: MIT
// The addresses of the page that lists the trainings, and of each training on it.
#pragma once

#include <string>
#include <string_view>

#include "catalogue/export.h"

namespace catalogue {

// The page's address: options.page_url, else the catalogue's own url; "" when it is not a safe link.
std::string_view page_url_of(const Catalogue& catalogue, const ExportOptions& options);

// The address of one training on its page ("https://…/formations/#id"); "" when page_url is "".
std::string page_anchor(std::string_view page_url, std::string_view id);

}  // namespace catalogue
