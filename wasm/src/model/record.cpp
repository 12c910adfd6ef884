// SPDX-License-Identifier: MIT
// Records: written once when a catalogue is read, decoded each time a training is shown.
#include "model/record.h"

#include <cstring>
#include <span>

#include "catalogue/limits.h"

namespace catalogue {
namespace {

constexpr uint8_t kApprox = 1;
constexpr uint8_t kHasEffort = 2;
constexpr uint8_t kHasSpan = 4;
constexpr int kBasisShift = 3;  // two bits
constexpr uint8_t kHasNoEnd = 32;
constexpr std::string_view kBases[] = {"", "stated", "computed", "convention"};

constexpr std::string_view Training::* kWords[] = {
    &Training::id,          &Training::title,  &Training::provider,     &Training::url,
    &Training::description, &Training::source, &Training::registration, &Training::registration_label};
constexpr std::string_view Licence::* kLicenceWords[] = {&Licence::id, &Licence::url, &Licence::jurisdiction,
                                                         &Licence::text, &Licence::family};
constexpr std::span<const std::string_view> Training::* kLists[] = {&Training::modalities, &Training::languages,
                                                                    &Training::themes, &Training::rights};

uint8_t basis_index(const std::string_view& basis) {
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
  void string(const std::string_view& words) {
    varint(static_cast<uint32_t>(words.size()));
    // Mostly short: a call of memcpy would take longer.
    for (size_t i = 0; i < words.size(); i += kRecordSlack) std::memcpy(at + i, words.data() + i, kRecordSlack);
    at += words.size();
  }
  void duration(const Duration& duration) {
    const bool has_span = duration.span != kUnknownMinutes;
    byte((duration.approx ? kApprox : 0) | (duration.is_known() ? kHasEffort : 0) | (has_span ? kHasSpan : 0) |
         (duration.has_end() ? 0 : kHasNoEnd) | basis_index(duration.basis) << kBasisShift);
    if (duration.is_known()) varint(static_cast<uint32_t>(duration.min));
    if (duration.has_end()) varint(static_cast<uint32_t>(duration.max));
    if (has_span) varint(static_cast<uint32_t>(duration.span));
    string(duration.text);
  }
};

// Follows bytes that may hold anything: behind the last of them there are zeroes.
struct Reader {
  std::string_view bytes;

  uint32_t byte() {
    if (bytes.empty()) return 0;
    const auto first = static_cast<uint8_t>(bytes.front());
    bytes.remove_prefix(1);
    return first;
  }
  uint32_t varint(size_t limit) {
    uint32_t value = 0;
    uint32_t next = 0x80;
    for (int shift = 0; next >= 0x80 && shift < 35; shift += 7) {
      next = byte();
      value |= (next & 0x7F) << shift;
    }
    return value < limit ? value : static_cast<uint32_t>(limit);
  }
  int32_t minutes() { return static_cast<int32_t>(varint(kMaxMinutes)); }
  std::string_view string() {
    const uint32_t size = varint(kMaxStringBytes);
    const std::string_view words = bytes.substr(0, size);
    bytes.remove_prefix(words.size());
    return words;
  }
  void read(Duration& duration) {
    const uint32_t flags = byte();
    duration = kEmptyDuration;
    duration.approx = flags & kApprox;
    duration.basis = kBases[(flags >> kBasisShift) & 3];
    if (flags & kHasEffort) duration.min = minutes();
    if ((flags & (kHasEffort | kHasNoEnd)) == kHasEffort) duration.max = minutes();
    if (flags & kHasSpan) duration.span = minutes();
    duration.text = string();
  }
};

}  // namespace

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

Training read_record(const std::string_view& bytes, Arena& arena) {
  Reader reader{bytes};
  Training training = kEmptyTraining;
  for (const auto words : kWords) training.*words = reader.string();
  for (const auto words : kLicenceWords) training.licence.*words = reader.string();
  for (const auto list : kLists) {
    const auto words = arena.make<std::string_view>(reader.varint(kMaxListLength));
    for (std::string_view& word : words) word = reader.string();
    training.*list = words;
  }
  const auto durations = arena.make<Duration>(reader.varint(kMaxListLength));
  for (Duration& duration : durations) reader.read(duration);
  training.durations = durations;
  return training;
}

std::string_view record_id(const std::string_view& bytes) { return Reader{bytes}.string(); }

std::string_view record_title(const std::string_view& bytes) {
  Reader reader{bytes};
  reader.string();
  return reader.string();
}

}  // namespace catalogue
