// SPDX-License-Identifier: MIT
// A value or an error, for a core built without exceptions.
#pragma once

#include <cassert>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace catalogue {

// What went wrong, and where.
// `code` is stable English kebab-case ("too-deep"); `where` is a JSON Pointer (RFC 6901) into the
// bytes that were read, "" for the whole; `detail` holds the offending words (UTF-8), maybe cut.
// The sentence that a person reads is made from `code` by the host, in the page's language.
struct Error {
  std::string_view code;
  std::string where;
  std::string detail;
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  const T& value() const {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  const Error& error() const {
    assert(!ok());
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<T, Error> state_;
};

}  // namespace catalogue
