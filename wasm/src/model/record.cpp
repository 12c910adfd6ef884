// SPDX-License-Identifier: MIT
// Writes records when a catalogue is read, and reads one each time a training is shown.
#include "model/record.h"

#include <cstring>
#include <iterator>
#include <span>

#include "training_members.h"

namespace catalogue {
namespace {

static_assert(std::size(kTrainingLists) <= 8);  // bits of a byte
constexpr std::string_view kBases[] = {"", "stated", "computed", "convention"};

// Calls visit(text) for each text of a training and of its licence, in the order of a record.
template <typename AnyTraining, typename Visit>
[[gnu::always_inline]] inline void for_each_text(AnyTraining& training, Visit visit) {
  for (const auto text : kTrainingTexts)
    if (text) visit(training.*text);
  for (const auto text : kLicenceTexts)
    if (text) visit(training.licence.*text);
}

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
  void string(const std::string_view& text) {
    varint(static_cast<uint32_t>(text.size()));
    // Mostly short: a call of memcpy would take longer.
    for (size_t i = 0; i < text.size(); i += kRecordSlack) std::memcpy(at + i, text.data() + i, kRecordSlack);
    at += text.size();
  }
  void duration(const Duration& duration) {
    const bool has_span = duration.span != kUnknownMinutes;
    byte((duration.approx ? kIsApprox : 0) | (duration.is_known() ? kHasEffort : 0) | (has_span ? kHasSpan : 0) |
         (duration.has_end() ? 0 : kHasNoEnd) | basis_index(duration.basis) << kBasisShift);
    if (duration.is_known()) varint(static_cast<uint32_t>(duration.min));
    if (duration.has_end()) varint(static_cast<uint32_t>(duration.max));
    if (has_span) varint(static_cast<uint32_t>(duration.span));
    string(duration.text);
  }
};

struct Reader {
  const char* at;

  uint32_t byte() { return static_cast<uint8_t>(*at++); }
  uint32_t varint() {
    uint32_t value = 0;
    uint32_t next = 0x80;
    for (int shift = 0; next >= 0x80; shift += 7) {
      next = byte();
      value |= (next & 0x7F) << shift;
    }
    return value;
  }
  int32_t minutes() { return static_cast<int32_t>(varint()); }
  std::string_view string() {
    const uint32_t size = varint();
    const std::string_view text(at, size);
    at += size;
    return text;
  }
  void read(Duration& duration) {
    const uint32_t flags = byte();
    duration = kEmptyDuration;
    duration.approx = flags & kIsApprox;
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
  for_each_text(training, [&](const std::string_view& text) { writer.string(text); });
  uint32_t held = 0;
  for (size_t i = 0; i < std::size(kTrainingLists); ++i) held |= uint32_t{!(training.*kTrainingLists[i]).empty()} << i;
  writer.byte(held);
  for (size_t i = 0; held; ++i, held >>= 1) {
    if (!(held & 1)) continue;
    const auto items = training.*kTrainingLists[i];
    writer.varint(static_cast<uint32_t>(items.size()));
    for (const std::string_view item : items) writer.string(item);
  }
  writer.varint(static_cast<uint32_t>(training.durations.size()));
  for (const Duration& duration : training.durations) writer.duration(duration);
  return writer.at;
}

Training read_record(const char* record, Arena& arena) {
  Reader reader{record};
  Training training = kEmptyTraining;
  for_each_text(training, [&](std::string_view& text) { text = reader.string(); });
  uint32_t held = reader.byte();
  for (size_t i = 0; held; ++i, held >>= 1) {
    if (!(held & 1)) continue;
    const auto items = arena.make<std::string_view>(reader.varint());
    for (std::string_view& item : items) item = reader.string();
    training.*kTrainingLists[i] = items;
  }
  const auto durations = arena.make<Duration>(reader.varint());
  for (Duration& duration : durations) reader.read(duration);
  training.durations = durations;
  return training;
}

std::string_view record_text(const char* record, size_t place) {
  Reader reader{record};
  while (place--) reader.string();
  return reader.string();
}

}  // namespace catalogue
