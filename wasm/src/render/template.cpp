// SPDX-License-Identifier: MIT
// Runs a compiled template of data/templates: markup goes out as it is, values escaped.
#include "render/template.h"

#include <cstring>

#include "catalogue/text.h"
#include "render/view.h"

namespace catalogue {
namespace {

constexpr uint8_t kFirstMarkup = 0x20;
constexpr uint8_t kPageRegister = 0;
constexpr uint8_t kRoleRegister = 1;

bool is_id_character(char c) {
  const char lower = static_cast<char>(c | 0x20);
  return (c >= '0' && c <= '9') || (lower >= 'a' && lower <= 'z') || c == '-' || c == '_' || c == '.' ||
         static_cast<unsigned char>(c) >= 0x80;
}

uint32_t word_at(const uint8_t* at) { return static_cast<uint32_t>(at[0] << 8 | at[1]); }

const std::string_view& words_of(Value value) { return *static_cast<const std::string_view*>(value.at); }
uint32_t number_of(Value value) { return *static_cast<const uint32_t*>(value.at); }

std::string_view take_words(const char*& at) {
  const std::string_view words = at;
  at += words.size() + 1;
  return words;
}

}  // namespace

void Template::run(uint16_t entry, const void* page) {
  registers_[kPageRegister] = page;
  run_at(program_.code + entry);
}

void Template::run_at(const uint8_t* at) {
  while (const uint8_t byte = *at++) {
    if (byte >= kFirstMarkup) {
      const char c = static_cast<char>(byte);
      out_.raw({&c, 1});
    } else {
      at = operate(byte, at);
    }
  }
}

Value Template::read(const uint8_t*& at) const {
  const uint8_t kind = *at++;
  const auto* const base = static_cast<const char*>(registers_[kind & 15]);
  return {static_cast<ValueKind>(kind >> 4), base + *at++ * 4};
}

// Runs one operation; gives what follows its operands, or what it skips.
const uint8_t* Template::operate(uint8_t operation, const uint8_t* at) {
  switch (operation) {
    case kOpSay: return say(*at, at + 1);
    case kOpRole: write_role(*at); return at + 1;
    case kOpCall: run_at(program_.code + word_at(at)); return at + 2;
    case kOpSkip: return at + 2 + word_at(at);
    default: break;
  }
  const Value value = read(at);
  switch (operation) {
    case kOpSayThat: return say(number_of(value), at);
    case kOpId: write_id(words_of(value)); return at;
    case kOpMark: write_marked(words_of(value)); return at;
    case kOpWith: registers_[*at] = value.at; return at + 1;
    case kOpEach: write_each(*static_cast<const AnyList*>(value.at), at); return at + 4 + word_at(at + 2);
    case kOpValue:
      scratch_.clear();
      write_value(scratch_, look_.language, value);
      out_.text(scratch_.view());
      return at;
    default: break;
  }
  const uint8_t number = operation == kOpIfIs ? *at++ : 0;
  return at + 2 + (holds(operation, value, number) ? 0 : word_at(at));
}

bool Template::holds(uint8_t operation, Value value, uint8_t number) const {
  if (operation == kOpIfIs) return number_of(value) == number;
  if (value.kind == ValueKind::kList) return static_cast<const AnyList*>(value.at)->size != 0;
  if (value.kind != ValueKind::kWords) return number_of(value) != 0;
  const std::string_view words = words_of(value);
  return !words.empty() && (operation == kOpIf || is_safe_url(words));
}

const uint8_t* Template::say(uint32_t text, const uint8_t* at) {
  TextArguments arguments;
  const uint8_t given = *at++;
  if (given & 1) arguments.n = number_of(read(at));
  if (given & 2) arguments.x = read(at);
  if (given & 4) arguments.y = read(at);
  scratch_.clear();
  write_text(scratch_, look_.language, static_cast<Text>(text), arguments);
  out_.text(scratch_.view());
  return at;
}

void Template::write_each(const AnyList& list, const uint8_t* each) {
  const auto* element = static_cast<const char*>(list.data);
  for (size_t left = list.size; left > 0; --left) {
    registers_[each[0]] = element;
    run_at(each + 4);
    element += each[1] * 4;
  }
}

// The role template is the first of every program.
void Template::write_role(uint8_t number) {
  const char* at = program_.roles;
  for (int skipped = number * 2; skipped > 0; --skipped) take_words(at);
  RoleView role;
  role.own = take_words(at);
  (look_.is_dsfr ? role.dsfr : role.part) = look_.is_dsfr ? take_words(at) : role.own;
  role.is_worn = !role.own.empty() || !role.dsfr.empty();
  registers_[kRoleRegister] = &role;
  run_at(program_.code);
}

void Template::write_id(std::string_view words) {
  if (!words.empty()) out_.raw("-");
  for (const char& c : words) out_.raw(is_id_character(c) ? std::string_view(&c, 1) : "_");
}

void Template::write_marked(std::string_view words) {
  size_t at = 0;
  if (look_.highlighter) {
    for (const TextMark& mark : look_.highlighter->find(words)) {
      out_.text(words.substr(at, mark.begin - at)).raw("<mark>");
      out_.text(words.substr(mark.begin, mark.end - mark.begin)).raw("</mark>");
      at = mark.end;
    }
  }
  out_.text(words.substr(at));
}

}  // namespace catalogue
