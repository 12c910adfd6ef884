// SPDX-License-Identifier: MIT
// Mutates a JSON text value by value: bytes changed blindly are hardly ever JSON again.
#pragma once

#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" size_t LLVMFuzzerMutate(uint8_t* data, size_t size, size_t max_size);

namespace catalogue {

// libFuzzer's own mutation, with its dictionary.
inline std::string mutate_bytes(std::string_view bytes, size_t room) {
  std::string changed(bytes);
  changed.resize(bytes.size() + room);
  changed.resize(LLVMFuzzerMutate(reinterpret_cast<uint8_t*>(changed.data()), bytes.size(), changed.size()));
  return changed;
}

class JsonMutator {
 public:
  explicit JsonMutator(unsigned seed) : random_(seed) {}

  uint32_t below(size_t count) { return static_cast<uint32_t>(random_() % count); }

  // One mutant in eight is no JSON.
  std::string mutate(std::string_view text) {
    Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded() || below(8) == 0) return mutate_bytes(text, kRoom);
    for (uint32_t changes = 1 + below(3); changes > 0; --changes) {
      nodes_.clear();
      list_nodes(json);
      change(*nodes_[below(nodes_.size())]);
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
  }

 private:
  using Json = nlohmann::ordered_json;
  static constexpr size_t kRoom = 64;

  void list_nodes(Json& json) {
    nodes_.push_back(&json);
    if (!json.is_structured()) return;
    for (Json& each : json) list_nodes(each);
  }

  Json any_node() { return *nodes_[below(nodes_.size())]; }

  void change(Json& node) {
    if (below(10) == 0) {
      node = Json(any_node());
    } else if (node.is_string()) {
      node = mutate_bytes(node.get_ref<const std::string&>(), kRoom);
    } else if (node.is_number()) {
      node = any_number();
    } else if (node.is_boolean()) {
      node = !node.get<bool>();
    } else if (node.is_array()) {
      change_list(node);
    } else if (node.is_object()) {
      change_members(node);
    }
  }

  Json any_number() {
    constexpr int64_t kNumbers[] = {0, 1, -1, 30, 60, 240, 100'000'000, INT32_MAX, INT64_MIN, UINT32_MAX};
    if (below(8) == 0) return 0.5;
    return below(2) == 0 ? Json(kNumbers[below(std::size(kNumbers))]) : Json(below(100'000));
  }

  void change_list(Json& list) {
    const size_t at = below(list.size() + 1);
    if (!list.empty() && below(3) == 0) {
      list.erase(at % list.size());
    } else {
      Json added = list.empty() || below(3) == 0 ? any_node() : Json(list[below(list.size())]);
      list.insert(list.begin() + static_cast<std::ptrdiff_t>(at), std::move(added));
    }
  }

  void change_members(Json& object) {
    if (!object.empty() && below(3) > 0) {
      const auto member = std::next(object.begin(), below(object.size()));
      const std::string key = member.key();
      const Json value = *member;
      object.erase(key);
      if (below(2) == 0) object[mutate_bytes(key, kRoom)] = value;
      return;
    }
    const Json other = any_node();
    if (!other.is_object() || other.empty()) return;
    const auto member = std::next(other.begin(), below(other.size()));
    object[member.key()] = *member;
  }

  std::minstd_rand random_;
  std::vector<Json*> nodes_;
};

// Copies a mutant to where libFuzzer wants it; one that is too long is cut.
inline size_t give_mutant(const std::string& mutant, uint8_t* data, size_t max_size) {
  const size_t size = mutant.size() < max_size ? mutant.size() : max_size;
  mutant.copy(reinterpret_cast<char*>(data), size);
  return size;
}

}  // namespace catalogue
