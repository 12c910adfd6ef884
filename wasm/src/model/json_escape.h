// SPDX-License-Identifier: MIT
// Escapes in strings of JSON, as in RFC 8259.
#pragma once

namespace catalogue {

// Reads the escape after the backslash at `from`, writes what it means at `to` and moves it; what it means is never
// longer. Gives the byte after the escape, or null when it is none.
char* read_escape(char* from, char*& to);

}  // namespace catalogue
