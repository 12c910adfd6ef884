// SPDX-License-Identifier: MIT
// Texts that several export formats share.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/export.h"
#include "catalogue/training.h"

namespace catalogue {

std::string join(std::span<const std::string_view> words, std::string_view between);

// The editor's texts of the alternatives, in order, without repeats.
std::vector<std::string_view> duration_words(std::span<const Duration> durations);

// ISO 8601, in the largest exact units, up to days: "PT2H30M", "P42D".
// minutes > 0; days are of 24 hours, for elapsed time only.
std::string iso_duration(int32_t minutes, bool is_elapsed);

// The address of the page that lists the trainings: as asked, else the catalogue's own; "" where it is no safe link.
std::string_view page_url_of(const Catalogue& catalogue, const ExportOptions& options);

// The address of one training on its page ("https://…/formations/#id"); "" without a page.
std::string page_anchor(std::string_view page_url, std::string_view id);

}  // namespace catalogue
