// SPDX-License-Identifier: MIT
// The addresses of the page that lists the trainings, and of each training on it.
#include "export/page_address.h"

#include "text/link.h"

namespace catalogue {

std::string_view page_url_of(const Catalogue& catalogue, const ExportOptions& options) {
  const std::string_view url = options.page_url.empty() ? catalogue.url() : std::string_view(options.page_url);
  return is_safe_link(url) ? url : std::string_view();
}

std::string page_anchor(std::string_view page_url, std::string_view id) {
  if (page_url.empty()) return {};
  return std::string(page_url.substr(0, page_url.find('#'))) + "#" + std::string(id);
}

}  // namespace catalogue
