// SPDX-License-Identifier: MIT
// The catalogue that is filtered.
#include "catalogue/catalogue.h"
