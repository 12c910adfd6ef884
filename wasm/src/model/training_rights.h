// SPDX-License-Identifier: MIT
// What the licence of a training allows.
#pragma once

#include <cstdint>

#include "catalogue/training.h"

namespace catalogue {

// LicenceRight bits: of its id or family, else those that all the licences grant which its words may mean.
uint8_t training_rights(const Training& training);

}  // namespace catalogue
