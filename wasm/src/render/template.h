// SPDX-License-Identifier: MIT
// Runs a compiled template of data/templates: markup goes out as it is, values escaped.
#pragma once

#include <cstdint>
#include <string_view>

#include "render/html_writer.h"
#include "render/template_field.h"

namespace catalogue {

class Highlighter;

// How a template is shown. `highlighter`: finds what kOpMark marks; null marks nothing.
struct TemplateLook {
  Language language = Language::kFrench;
  bool is_dsfr = false;
  const Highlighter* highlighter = nullptr;
};

class Template {
 public:
  Template(const uint8_t* program, const TemplateLook& look) : program_(program), look_(look) {}

  // `page`: a struct of the type that the program was compiled for. The result lives as long as the template.
  std::string_view run(uint16_t entry, const void* page);

 private:
  // Each returns the byte after the block or operation that it ran.
  const uint8_t* run_block(const uint8_t* at, bool is_shown);
  const uint8_t* run_each(const AnyList& list, const uint8_t* at);
  const uint8_t* operate(uint8_t operation, const uint8_t* at, bool is_shown);
  const uint8_t* write_role(const uint8_t* at, bool is_shown);
  void show(uint8_t operation, Value value);
  void say(uint32_t text);
  void write_id(std::string_view text);
  void write_marked(std::string_view text);
  bool holds(uint8_t operation, Value value, uint8_t number) const;
  void escape();

  const uint8_t* const program_;
  const TemplateLook& look_;
  HtmlWriter out_;
  TextArguments arguments_;
  Output scratch_;           // data that waits to be escaped
  uintptr_t registers_[16];  // addresses of structs; the compiled program sets each before it reads it
};

}  // namespace catalogue
