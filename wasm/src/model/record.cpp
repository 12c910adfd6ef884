// SPDX-License-Identifier: MIT
// Records: written once when a catalogue is read, decoded each time a training is shown.
#include "model/record.h"

#include <cstring>
#include <span>

#include "catalogue/limits.h"
#include "text/utf8.h"

namespace catalogue {
namespace {

constexpr uint8_t kApprox = 1;
constexpr uint8_t kHasEffort = 2;
constexpr uint8_t kHasSpan = 4;
constexpr int kBasisShift = 3;
constexpr std::string_view kBases[] = {"", "stated", "computed", "convention"};

constexpr std::string_view Training::*kWords[] = {
    &Training::id,          &Training::title,  &Training::provider,     &Training::url,
    &Training::description, &Training::source, &Training::registration, &Training::registration_label};
constexpr std::string_view Licence::*kLicenceWords[] = {&Licence::id, &Licence::url,
                                                        &Licence::jurisdiction, &Licence::text};
constexpr std::span<const std::string_view> Training::*kLists[] = {
    &Training::modalities, &Training::languages, &Training::themes};

uint8_t basis_index(std::string_view basis) {
  for (uint8_t i = 1; i < 4; ++i) {
    if (kBases[i] == basis) return i;
  }
  return 0;
}

struct Writer {
  char* at;

  void byte(uint32_t value) { *at++ = static_cast<char>(value); }
  void varint(uint32_t value) {
    for (; value >= 0x80; value >>= 7) byte(value | 0x80);
    byte(value);
  }
  void string(std::string_view words) {
    varint(static_cast<uint32_t>(words.size()));
    if (!words.empty()) std::memcpy(at, words.data(), words.size());
    at += words.size();
  }
  void duration(const Duration& duration) {
    const bool has_span = duration.span != kUnknownMinutes;
    byte((duration.approx ? kApprox : 0) | (duration.is_known() ? kHasEffort : 0) |
         (has_span ? kHasSpan : 0) | basis_index(duration.basis) << kBasisShift);
    if (duration.is_known()) {
      varint(static_cast<uint32_t>(duration.min));
      varint(static_cast<uint32_t>(duration.max));
    }
    if (has_span) varint(static_cast<uint32_t>(duration.span));
    string(duration.text);
  }
};

struct Reader {
  const char* at;

  uint32_t varint() {
    uint32_t value = 0;
    for (int shift = 0;; shift += 7) {
      const auto byte = static_cast<uint8_t>(*at++);
      value |= static_cast<uint32_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
  }
  std::string_view string() {
    const uint32_t size = varint();
    const std::string_view words(at, size);
    at += size;
    return words;
  }
  Duration duration() {
    const auto flags = static_cast<uint8_t>(*at++);
    Duration duration;
    duration.approx = flags & kApprox;
    duration.basis = kBases[(flags >> kBasisShift) & 3];
    if (flags & kHasEffort) {
      duration.min = static_cast<int32_t>(varint());
      duration.max = static_cast<int32_t>(varint());
    }
    if (flags & kHasSpan) duration.span = static_cast<int32_t>(varint());
    duration.text = string();
    return duration;
  }
};

// Follows bytes that may hold anything: at its first fault it stays at the end.
struct Checker {
  const char* at;
  const char* end;
  bool is_good = true;

  void expect(bool claim) {
    if (claim) return;
    is_good = false;
    at = end;
  }
  uint32_t varint(uint32_t limit) {
    uint32_t value = 0;
    uint32_t byte = 0x80;
    for (int shift = 0; byte >= 0x80 && shift < 35; shift += 7) {
      byte = static_cast<uint8_t>(*at++);
      value |= (byte & 0x7F) << shift;
    }
    expect(at <= end && byte < 0x80 && value <= limit);
    return value;
  }
  void string() {
    const uint32_t size = varint(kMaxStringBytes);
    if (size == 0) return;
    expect(size <= static_cast<size_t>(end - at) && is_utf8(std::string_view(at, size)));
    if (is_good) at += size;
  }
  void strings(uint32_t count) {
    for (uint32_t i = 0; i < count && is_good; ++i) string();
  }
  void duration() {
    const auto flags = static_cast<uint8_t>(*at++);
    if (flags & kHasEffort) {
      const uint32_t min = varint(kMaxMinutes);
      expect(min <= varint(kMaxMinutes));
    }
    if (flags & kHasSpan) varint(kMaxMinutes);
    string();
  }
};

}  // namespace

const char* check_record(const char* at, const char* end) {
  Checker checker{at, end};
  checker.strings(std::size(kWords) + std::size(kLicenceWords));
  for (size_t i = 0; i < std::size(kLists); ++i) checker.strings(checker.varint(kMaxListLength));
  const uint32_t count = checker.varint(kMaxListLength);
  for (uint32_t i = 0; i < count && checker.is_good; ++i) checker.duration();
  return checker.is_good ? checker.at : nullptr;
}

char* write_record(const Training& training, char* to) {
  Writer writer{to};
  for (const auto words : kWords) writer.string(training.*words);
  for (const auto words : kLicenceWords) writer.string(training.licence.*words);
  for (const auto list : kLists) {
    writer.varint(static_cast<uint32_t>((training.*list).size()));
    for (const std::string_view words : training.*list) writer.string(words);
  }
  writer.varint(static_cast<uint32_t>(training.durations.size()));
  for (const Duration& duration : training.durations) writer.duration(duration);
  return writer.at;
}

Training read_record(const char* record, Arena& arena) {
  Reader reader{record};
  Training training;
  for (const auto words : kWords) training.*words = reader.string();
  for (const auto words : kLicenceWords) training.licence.*words = reader.string();
  for (const auto list : kLists) {
    const auto words = arena.make<std::string_view>(reader.varint());
    for (std::string_view& word : words) word = reader.string();
    training.*list = words;
  }
  const auto durations = arena.make<Duration>(reader.varint());
  for (Duration& duration : durations) duration = reader.duration();
  training.durations = durations;
  return training;
}

std::string_view record_id(const char* record) { return Reader{record}.string(); }

std::string_view record_title(const char* record) {
  Reader reader{record};
  reader.string();
  return reader.string();
}

}  // namespace catalogue
