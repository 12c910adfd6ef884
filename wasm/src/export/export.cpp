// SPDX-License-Identifier: MIT
// Chooses the writer of an export format.
#include "catalogue/export.h"

#include "catalogue/catalogue_reader.h"

namespace catalogue {

Result<std::string> export_catalogue(std::string_view catalogue_json, std::string_view format,
                                     const ExportOptions& options) {
  const Result<Catalogue> read = read_catalogue(catalogue_json, Language::kFrench);
  if (!read) return read.error();
  if (format == "jsonld") return export_json_ld(read.value(), options);
  if (format == "atom") return export_atom(read.value(), options);
  if (format == "html") return export_fragment(catalogue_json);
  return Error{"unknown-format", "", std::string(format)};
}

}  // namespace catalogue
