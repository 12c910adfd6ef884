// SPDX-License-Identifier: MIT
// The catalogue as an Atom feed.
#include "catalogue/export.h"
#include "export/page_address.h"
#include "model/list_facets.h"
#include "text/link.h"

namespace catalogue {
namespace {

// U+FFFE and U+FFFF, of which XML 1.0 has none (its rule 2, Char).
bool is_no_character(std::string_view rest) {
  return rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF");
}

// XML 1.0 forbids most control characters, even escaped.
std::string xml(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (is_no_character(text.substr(i))) {
      i += 2;
      continue;
    }
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (byte >= 0x20 || c == '\t' || c == '\n')
      out += c;
  }
  return out;
}

// A name-based UUID (RFC 9562, version 8): two FNV-1a hashes of the text.
std::string uuid_of(std::string_view text) {
  const auto hash = [&](uint64_t state) {
    for (const char c : text) state = (state ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    return state;
  };
  const uint64_t parts[] = {hash(0xcbf29ce484222325u), hash(0x84222325cbf29ce4u)};
  std::string digits;
  for (const uint64_t part : parts) {
    for (int shift = 60; shift >= 0; shift -= 4) digits += "0123456789abcdef"[(part >> shift) & 15];
  }
  digits[12] = '8';
  digits[16] = "89ab"[parts[1] >> 60 & 3];
  for (const size_t at : {20, 16, 12, 8}) digits.insert(at, "-");
  return "urn:uuid:" + digits;
}

std::string instant_of(std::string_view day) { return (day.empty() ? "1970-01-01" : std::string(day)) + "T00:00:00Z"; }

void element(std::string& out, std::string_view name, std::string_view text) {
  if (text.empty()) return;
  out.append("<").append(name).append(">").append(xml(text)).append("</").append(name).append(">\n");
}

void categories(std::string& out, std::span<const std::string_view> terms) {
  for (const std::string_view term : terms) out += "<category term=\"" + xml(term) + "\"/>\n";
}

void entry(std::string& out, const Catalogue& catalogue, const Training& training, std::string_view page_url) {
  const std::string anchor = page_anchor(page_url, training.id);
  out += "<entry>\n";
  element(out, "id",
          anchor.empty() ? uuid_of(std::string(catalogue.title()) + "#" + std::string(training.id)) : anchor);
  element(out, "title", training.title);
  element(out, "updated", instant_of(catalogue.updated()));
  if (!training.url.empty() && is_safe_link(training.url))
    out += "<link rel=\"alternate\" href=\"" + xml(training.url) + "\"/>\n";
  out +=
      "<author><name>" + xml(training.provider.empty() ? catalogue.title() : training.provider) + "</name></author>\n";
  element(out, "summary", training.description.empty() ? training.title : training.description);
  element(out, "rights", training.licence.text.empty() ? training.licence.id : training.licence.text);
  for (size_t i = 0; i < std::size(kListFacets); ++i)
    if (kListFacets[i] != Facet::kLanguage) categories(out, training.*kTrainingLists[i]);
  out += "</entry>\n";
}

}  // namespace

std::string export_atom(const Catalogue& catalogue, const ExportOptions& options) {
  const std::string_view page_url = page_url_of(catalogue, options);
  const std::string title(catalogue.title().empty() ? "Formations" : catalogue.title());
  std::string out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n";
  element(out, "id", page_url.empty() ? uuid_of(title) : std::string(page_url));
  element(out, "title", title);
  element(out, "updated", instant_of(catalogue.updated()));
  out += "<author><name>" + xml(title) + "</name></author>\n";
  if (!page_url.empty()) out += "<link rel=\"alternate\" href=\"" + xml(page_url) + "\"/>\n";
  element(out, "rights", catalogue.licence());
  Arena arena;
  for (uint32_t row = 0; row < catalogue.size(); ++row) {
    arena.clear();
    entry(out, catalogue, catalogue.training(row, arena), page_url);
  }
  return out + "</feed>\n";
}

}  // namespace catalogue
