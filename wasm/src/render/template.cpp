// SPDX-License-Identifier: MIT
// Runs a compiled template of data/templates: markup goes out as it is, values escaped.
#include "render/template.h"

#include <cstring>

#include "catalogue/search.h"
#include "filter/form_urlencoded.h"
#include "render/view.h"
#include "text/link.h"

namespace catalogue {
namespace {

constexpr uint8_t kFirstMarkup = 0x20;
constexpr uint8_t kPageRegister = 0;
constexpr uint8_t kRoleRegister = 1;

bool is_id_character(char c) { return (stands_for_itself(c) && c != '*') || static_cast<unsigned char>(c) >= 0x80; }

uint32_t word_at(const uint8_t* at) { return static_cast<uint32_t>(at[0] << 8 | at[1]); }

const std::string_view& words_of(Value value) { return *static_cast<const std::string_view*>(value.at); }
uint32_t number_of(Value value) { return *static_cast<const uint32_t*>(value.at); }

std::string_view words_at(const uint8_t* at) { return reinterpret_cast<const char*>(at); }

}  // namespace

std::string_view Template::run(uint16_t entry, const void* page) {
  registers_[kPageRegister] = reinterpret_cast<uintptr_t>(page);
  run_block(program_ + entry, true);
  return out_.view();
}

const uint8_t* Template::run_block(const uint8_t* at, bool is_shown) {
  for (uint8_t byte; (byte = *at++) > kOpElse;) {
    if (byte < kFirstMarkup) {
      at = operate(byte, at, is_shown);
    } else if (is_shown) {
      const char c = static_cast<char>(byte);
      out_.raw({&c, 1});
    }
  }
  return at;
}

// An empty list runs its block once, hidden, to find the end of the block.
const uint8_t* Template::run_each(const AnyList& list, const uint8_t* at) {
  uintptr_t element = reinterpret_cast<uintptr_t>(list.data);
  size_t left = list.size;
  const uint8_t* end;
  do {
    registers_[at[0]] = element;
    end = run_block(at + 2, left > 0);
    element += at[1] * 4u;
  } while (left-- > 1);
  return end;
}

const uint8_t* Template::operate(uint8_t operation, const uint8_t* at, bool is_shown) {
  switch (operation) {
    case kOpRole:
      return write_role(at, is_shown);
    case kOpCall:
      if (is_shown) run_block(program_ + word_at(at), true);
      return at + 2;
    case kOpSay:
      if (is_shown) say(*at);
      return at + 1;
    default:
      break;
  }
  const Value value(static_cast<ValueKind>(at[0] >> 4),
                    reinterpret_cast<const void*>(registers_[at[0] & 15] + at[1] * 4u));
  at += 2;
  if (operation == kOpEach) return run_each(is_shown ? *static_cast<const AnyList*>(value.at) : AnyList(), at);
  if (operation == kOpWith) registers_[*at++] = reinterpret_cast<uintptr_t>(value.at);
  if (operation < kOpIf) {
    if (is_shown) show(operation, value);
    return at;
  }
  const uint8_t number = operation == kOpIfIs ? *at++ : 0;
  const bool is_first = is_shown && holds(operation, value, number);
  at = run_block(at, is_first);
  return at[-1] == kOpElse ? run_block(at, is_shown && !is_first) : at;
}

void Template::show(uint8_t operation, Value value) {
  switch (operation) {
    case kOpSayThat:
      say(number_of(value));
      break;
    case kOpN:
      arguments_.n = number_of(value);
      break;
    case kOpX:
      arguments_.x = value;
      break;
    case kOpY:
      arguments_.y = value;
      break;
    case kOpId:
      write_id(words_of(value));
      break;
    case kOpMark:
      write_marked(words_of(value));
      break;
    case kOpValue:
      write_value(scratch_, look_.language, value);
      escape();
      break;
    default:
      break;
  }
}

bool Template::holds(uint8_t operation, Value value, uint8_t number) const {
  if (operation == kOpIfIs) return number_of(value) == number;
  if (value.kind == ValueKind::kList) return static_cast<const AnyList*>(value.at)->size != 0;
  if (value.kind != ValueKind::kWords) return number_of(value) != 0;
  const std::string_view words = words_of(value);
  return !words.empty() && (operation == kOpIf || is_safe_link(words));
}

void Template::say(uint32_t text) {
  write_text(scratch_, look_.language, static_cast<Text>(text), arguments_);
  escape();
}

void Template::escape() {
  out_.text(scratch_.view());
  scratch_.clear();
}

// The role template is the first of every program.
const uint8_t* Template::write_role(const uint8_t* at, bool is_shown) {
  RoleView role;
  role.own = words_at(at);
  at += role.own.size() + 1;
  role.dsfr = words_at(at);
  at += role.dsfr.size() + 1;
  if (!is_shown) return at;
  if (!look_.is_dsfr) role.dsfr = {};
  registers_[kRoleRegister] = reinterpret_cast<uintptr_t>(&role);
  run_block(program_, true);
  return at;
}

void Template::write_id(std::string_view text) {
  if (!text.empty()) out_.raw("-");
  for (const char& c : text) out_.raw(is_id_character(c) ? std::string_view(&c, 1) : "_");
}

void Template::write_marked(std::string_view text) {
  size_t at = 0;
  if (look_.highlighter) {
    for (const TextMark& mark : look_.highlighter->find(text)) {
      out_.text({text.data() + at, mark.begin - at}).raw("<mark>");
      out_.text({text.data() + mark.begin, mark.end - mark.begin}).raw("</mark>");
      at = mark.end;
    }
  }
  out_.text({text.data() + at, text.size() - at});
}

}  // namespace catalogue
