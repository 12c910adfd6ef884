// SPDX-License-Identifier: MIT
// What a visitor downloads at the first text search only.
#pragma once

// An entry to the text search: a function that nothing calls but queries with a text. The build of the
// visitors' module puts these, and what they alone call, into a second file (toolchain/build/split.mjs). It
// knows them by the tag in their names; inlined, they would be in the first.
#define CATALOGUE_ON_SEARCH [[gnu::noinline, gnu::abi_tag("on_search")]]

// A constant that they alone read: an array, of which `constexpr` values may be copied elsewhere.
#define CATALOGUE_ON_SEARCH_DATA [[gnu::section("on_search")]]
