// SPDX-License-Identifier: MIT
// Turns raw records into a catalogue.
#include "catalogue/normalise.h"

#include "catalogue/export.h"
#include "check/check.h"
#include "meaning/catalogue_json.h"

namespace catalogue {

std::string normalise(std::string_view raw_json) {
  const Result<RawPage> read = read_raw_records(raw_json);
  if (!read) return error_json(read.error());
  const RawPage& page = read.value();
  std::vector<Diagnostic> diagnostics;
  const std::vector<MeantTraining> trainings = mean_page(page, diagnostics);
  check_page({page, trainings}, diagnostics);
  return write_normalised(page, trainings, diagnostics);
}

}  // namespace catalogue
