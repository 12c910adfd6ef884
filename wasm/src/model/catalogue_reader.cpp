// SPDX-License-Identifier: MIT
// A state machine that reads the outer object of a catalogue, training by training.
#include "catalogue/catalogue_reader.h"

#include <cassert>
#include <cstdlib>
#include <cstring>

#include "catalogue/limits.h"
#include "model/columns_builder.h"
#include "model/json_cursor.h"
#include "model/record.h"
#include "model/training_reader.h"
#include "text/output.h"

namespace catalogue {
namespace {

constexpr char kByteOrderMark[] = "\xEF\xBB\xBF";
constexpr uint32_t kTrainingsToGuessBy = 64;

enum class Stage : uint8_t { kStart, kMember, kAfterMember, kTraining, kAfterTraining, kSeal, kDone, kRefused };

// By member of the catalogue; null for the trainings.
constexpr std::string_view Columns::* kTexts[] = {nullptr, &Columns::title, &Columns::updated, &Columns::licence,
                                                  &Columns::url};

}  // namespace

struct CatalogueReader::Reading {
  Reading(char* json, size_t size, Language language)
      : columns(std::make_unique<Columns>()), cursor(json, size), trainings(cursor), builder(*columns) {
    columns->language = language;
    columns->records.adopt(json, size, size + kPadding);
  }

  std::unique_ptr<Columns> columns;
  JsonCursor cursor;
  TrainingReader trainings;
  ColumnsBuilder builder;
  Training training = kEmptyTraining;
  Column<char> record;
  size_t records_size = 0;  // bytes of records, at the front of the JSON
  Stage stage = Stage::kStart;
  size_t training_at = 0;  // start of the current training
  uint32_t seen = 0;       // bits of the members already read
  const char* code = "";   // of the refusal, with its place and detail
  Output where;
  Output detail;

  void refuse(const char* code);
  void refuse_member(const char* code, const std::string_view& name);
  void refuse_syntax();
  void refuse_training(const char* code);
  void start();
  void read_member();
  void read_text(const std::string_view& name, std::string_view& text);
  void skip_member(const std::string_view& name);
  void after_member();
  void read_training();
  void refuse_read();
  void keep_training();
  void after_training();
  void end();
  void seal();
  void advance();
};

void CatalogueReader::Reading::refuse(const char* why) {
  stage = Stage::kRefused;
  code = why;
}

void CatalogueReader::Reading::refuse_member(const char* why, const std::string_view& name) {
  where.write('/').write(name);
  refuse(why);
}

// Reports the position of the first invalid byte, counted from 1.
void CatalogueReader::Reading::refuse_syntax() {
  detail.write("byte ").number(static_cast<uint32_t>(cursor.position() + 1));
  refuse(cursor.fault() ? cursor.fault() : "invalid-json");
}

void CatalogueReader::Reading::refuse_training(const char* why) {
  where.write("/trainings/").number(columns->size);
  trainings.write_place(where);
  refuse(why);
}

void CatalogueReader::Reading::start() {
  if (columns->records.size() > kMaxCatalogueBytes) return refuse("too-large");
  cursor.skip(kByteOrderMark);
  if (!cursor.take('{')) {
    return cursor.is_at_end() ? refuse_syntax() : refuse("not-a-catalogue");
  }
  if (cursor.take('}')) return end();
  stage = Stage::kMember;
}

void CatalogueReader::Reading::read_member() {
  std::string_view name;
  if (!cursor.take_string(name)) return refuse_syntax();
  if (!cursor.take(':')) return refuse_syntax();
  cursor.skip_space();
  ListedName known = {"trainings\0title\0updated\0licence\0url\0"};
  known.find(name);
  if (!*known.name) return skip_member(name);
  if (seen >> known.index & 1) return refuse_member("duplicate-member", name);
  seen |= 1u << known.index;
  if (const auto words = kTexts[known.index]) return read_text(name, *columns.*words);
  if (!cursor.take('[')) return refuse_member("wrong-type", name);
  stage = cursor.take(']') ? Stage::kAfterMember : Stage::kTraining;
}

void CatalogueReader::Reading::read_text(const std::string_view& name, std::string_view& text) {
  stage = Stage::kAfterMember;
  if (cursor.take_null()) return;
  if (cursor.next() != '"') return refuse_member("wrong-type", name);
  if (!cursor.take_string(text)) return refuse_syntax();
  text = columns->strings.keep(text);
}

void CatalogueReader::Reading::skip_member(const std::string_view& name) {
  stage = Stage::kAfterMember;
  if (cursor.skip_value(kMaxUnknownDepth)) return;
  if (cursor.fault() == JsonCursor::kTooDeep) return refuse_member(cursor.fault(), name);
  refuse_syntax();
}

void CatalogueReader::Reading::after_member() {
  if (cursor.take(',')) {
    stage = Stage::kMember;
  } else if (cursor.take('}')) {
    end();
  } else {
    refuse_syntax();
  }
}

void CatalogueReader::Reading::read_training() {
  cursor.skip_space();
  training_at = cursor.position();
  if (columns->size == kMaxTrainings) return refuse_training("too-many-trainings");
  if (!trainings.read(training)) return refuse_read();
  if (const char* const why = builder.add(training)) {
    detail.write(training.id);
    return refuse_training(why);
  }
  keep_training();
  stage = Stage::kAfterTraining;
}

// Either the training reader or the cursor has the reason.
void CatalogueReader::Reading::refuse_read() {
  if (cursor.fault() == JsonCursor::kTooDeep) return refuse_training(cursor.fault());
  if (!trainings.code()) return refuse_syntax();
  detail.write(trainings.detail());
  refuse_training(trainings.code());
}

// Overwrites JSON that has been read: a record is never longer than its JSON.
void CatalogueReader::Reading::keep_training() {
  record.resize(cursor.position() - training_at + kRecordSlack);
  const auto size = static_cast<size_t>(write_record(training, record.data()) - record.data());
  assert(size <= record.size() && records_size + size <= cursor.position());
  std::memcpy(columns->records.data() + records_size, record.data(), size);
  columns->record_at.push_back(static_cast<uint32_t>(records_size));
  records_size += size;
  if (columns->size == kTrainingsToGuessBy) {
    builder.reserve(columns->records.size() / (cursor.position() / kTrainingsToGuessBy) + 64);
  }
}

void CatalogueReader::Reading::after_training() {
  if (cursor.take(',')) {
    stage = Stage::kTraining;
  } else if (cursor.take(']')) {
    stage = Stage::kAfterMember;
  } else {
    refuse_syntax();
  }
}

// After the last brace of the catalogue.
void CatalogueReader::Reading::end() {
  cursor.skip_space();
  if (!cursor.is_at_end()) return refuse_syntax();
  if (!(seen & 1)) {
    detail.write("trainings");
    return refuse("missing-member");
  }
  builder.end();
  columns->records.truncate(records_size);
  stage = Stage::kSeal;
}

void CatalogueReader::Reading::seal() {
  if (!builder.seal_next()) stage = Stage::kDone;
}

void CatalogueReader::Reading::advance() {
  switch (stage) {
    case Stage::kStart:
      return start();
    case Stage::kMember:
      return read_member();
    case Stage::kAfterMember:
      return after_member();
    case Stage::kTraining:
      return read_training();
    case Stage::kAfterTraining:
      return after_training();
    default:
      return seal();
  }
}

CatalogueReader::CatalogueReader(char* json, size_t size, Language language)
    : reading_(std::make_unique<Reading>(json, size, language)) {}

CatalogueReader::~CatalogueReader() = default;

CatalogueReader::State CatalogueReader::step(uint32_t trainings) {
  const uint32_t last = reading_->columns->size + trainings;
  while (reading_->stage < Stage::kDone) {
    reading_->advance();
    if (reading_->stage == Stage::kSeal) return State::kMore;
    if (reading_->stage < Stage::kDone && reading_->columns->size >= last) return State::kMore;
  }
  return reading_->stage == Stage::kDone ? State::kDone : State::kRefused;
}

std::string_view CatalogueReader::code() const { return reading_->code; }
std::string_view CatalogueReader::where() const { return reading_->where.view(); }
std::string_view CatalogueReader::detail() const { return reading_->detail.view(); }

Catalogue CatalogueReader::take() { return Catalogue(std::move(reading_->columns)); }

Result<Catalogue> read_catalogue(std::string_view json, Language language) {
  char* copy = static_cast<char*>(std::malloc(json.size() + CatalogueReader::kPadding));
  if (!json.empty()) std::memcpy(copy, json.data(), json.size());
  return read_owned_catalogue(copy, json.size(), language);
}

Result<Catalogue> read_owned_catalogue(char* json, size_t size, Language language) {
  CatalogueReader reader(json, size, language);
  CatalogueReader::State state;
  do {
    state = reader.step(kMaxTrainings);
  } while (state == CatalogueReader::State::kMore);
  if (state == CatalogueReader::State::kRefused) return reader.error();
  return reader.take();
}

}  // namespace catalogue
