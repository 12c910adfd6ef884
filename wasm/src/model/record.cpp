// SPDX-License-Identifier: MIT
// Records: written once when a catalogue is read, decoded each time a training is shown.
#include "model/record.h"

namespace catalogue {
namespace {

constexpr uint8_t kApprox = 1;
constexpr uint8_t kHasEffort = 2;
constexpr uint8_t kHasSpan = 4;
constexpr int kBasisShift = 3;
constexpr std::string_view kBases[] = {"", "stated", "computed", "convention"};

void write_varint(Column<char>& out, uint32_t value) {
  while (value >= 0x80) {
    out.push_back(static_cast<char>(value | 0x80));
    value >>= 7;
  }
  out.push_back(static_cast<char>(value));
}

void write_string(Column<char>& out, std::string_view words) {
  write_varint(out, static_cast<uint32_t>(words.size()));
  out.append(words.data(), words.size());
}

void write_list(Column<char>& out, const std::vector<std::string_view>& list) {
  write_varint(out, static_cast<uint32_t>(list.size()));
  for (const std::string_view words : list) write_string(out, words);
}

uint8_t basis_index(std::string_view basis) {
  for (uint8_t i = 1; i < 4; ++i) {
    if (kBases[i] == basis) return i;
  }
  return 0;
}

void write_duration(Column<char>& out, const Duration& duration) {
  const bool has_span = duration.span != kUnknownMinutes;
  const uint8_t flags = (duration.approx ? kApprox : 0) | (duration.is_known() ? kHasEffort : 0) |
                        (has_span ? kHasSpan : 0) |
                        static_cast<uint8_t>(basis_index(duration.basis) << kBasisShift);
  out.push_back(static_cast<char>(flags));
  if (duration.is_known()) {
    write_varint(out, static_cast<uint32_t>(duration.min));
    write_varint(out, static_cast<uint32_t>(duration.max));
  }
  if (has_span) write_varint(out, static_cast<uint32_t>(duration.span));
  write_string(out, duration.text);
}

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
  void list(std::vector<std::string_view>& out) {
    const uint32_t count = varint();
    out.clear();
    for (uint32_t i = 0; i < count; ++i) out.push_back(string());
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

}  // namespace

void write_record(const Training& training, Column<char>& out) {
  for (const std::string_view words :
       {training.id, training.title, training.provider, training.url, training.description,
        training.source, training.registration, training.registration_label, training.licence.id,
        training.licence.url, training.licence.jurisdiction, training.licence.text}) {
    write_string(out, words);
  }
  write_list(out, training.modalities);
  write_list(out, training.languages);
  write_list(out, training.themes);
  write_varint(out, static_cast<uint32_t>(training.durations.size()));
  for (const Duration& duration : training.durations) write_duration(out, duration);
}

void read_record(const char* record, Training& training) {
  Reader reader{record};
  for (std::string_view* words :
       {&training.id, &training.title, &training.provider, &training.url, &training.description,
        &training.source, &training.registration, &training.registration_label,
        &training.licence.id, &training.licence.url, &training.licence.jurisdiction,
        &training.licence.text}) {
    *words = reader.string();
  }
  reader.list(training.modalities);
  reader.list(training.languages);
  reader.list(training.themes);
  const uint32_t count = reader.varint();
  training.durations.clear();
  for (uint32_t i = 0; i < count; ++i) training.durations.push_back(reader.duration());
}

std::string_view record_id(const char* record) { return Reader{record}.string(); }

std::string_view record_title(const char* record) {
  Reader reader{record};
  reader.string();
  return reader.string();
}

}  // namespace catalogue
