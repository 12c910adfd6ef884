// SPDX-License-Identifier: MIT
// The filter without script: one or two CSS rules per choice.
#pragma once

#include <string>

#include "render/scene.h"

namespace catalogue {

// A style sheet for the choices of the static panel. Without :has() it does nothing, and the links stay.
// scene: of the empty query.
std::string render_static_style(const Scene& scene);

}  // namespace catalogue
