// SPDX-License-Identifier: MIT
// The licence that an address names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace catalogue {

// ids: none when the address is no licence's, several when it does not fix the version.
// is_retired: the licence was withdrawn by its authors and has no id.
// is_elsewhere: another site's address, whose path names a licence ("…/cc-by-sa-4.0/").
struct UrlReading {
  std::vector<std::string> ids;
  std::string jurisdiction;
  bool is_licence = false;
  bool is_retired = false;
  bool is_elsewhere = false;
};

// url: absolute. Its scheme, case, "www.", final slash and the final dot of its host do not matter.
UrlReading read_licence_url(std::string_view url);

}  // namespace catalogue
