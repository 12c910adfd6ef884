// SPDX-License-Identifier: MIT
// Runs a compiled template of data/templates: markup goes out as it is, values escaped.
#pragma once

#include <cstdint>
#include <string_view>

#include "catalogue/html_writer.h"
#include "render/template_field.h"

namespace catalogue {

class Highlighter;

// In which look a template is run. `highlighter`: what kOpMark marks with, null for no marks.
struct TemplateLook {
  Language language = Language::kFrench;
  bool is_dsfr = false;
  const Highlighter* highlighter = nullptr;
};

class Template {
 public:
  Template(const TemplateProgram& program, const TemplateLook& look, HtmlWriter& out)
      : program_(program), look_(look), out_(out) {}

  // `page`: a struct of the type that the program was compiled for.
  void run(uint16_t entry, const void* page);

 private:
  void run_at(const uint8_t* at);
  const uint8_t* operate(uint8_t operation, const uint8_t* at);
  const uint8_t* say(uint32_t text, const uint8_t* at);
  void write_role(uint8_t number);
  void write_id(std::string_view words);
  void write_marked(std::string_view words);
  void write_each(const AnyList& list, const uint8_t* each);
  bool holds(uint8_t operation, Value value, uint8_t number) const;
  Value read(const uint8_t*& at) const;

  const TemplateProgram& program_;
  const TemplateLook& look_;
  HtmlWriter& out_;
  Output scratch_;  // values before they are escaped
  const void* registers_[16];  // set before they are read: templates are compiled so
};

}  // namespace catalogue
