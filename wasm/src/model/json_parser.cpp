// SPDX-License-Identifier: MIT
// nlohmann's SAX parser with the tokens of json_lexer.h.
#include "model/json_parser.h"

#include "model/json_lexer.h"

namespace catalogue {

bool parse_value(JsonCursor& cursor, TrainingHandler& handler) {
  using Parser = nlohmann::detail::parser<nlohmann::json, JsonInput>;
  return Parser(JsonInput{&cursor}).sax_parse(&handler, /*strict=*/false);
}

}  // namespace catalogue
