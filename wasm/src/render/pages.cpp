// SPDX-License-Identifier: MIT
// The links to the pages of the results.
#include "filter/query_writer.h"
#include "render/scene.h"

namespace catalogue {
namespace {

constexpr size_t kMostSteps = 5;

// The first page, those around the current one, and the last: five at most, however many there are.
uint32_t next_shown(uint32_t number, const Answer& answer) {
  if (number + 1 < answer.page) return answer.page - 1;
  if (number <= answer.page) return number + 1;
  return number < answer.pages ? answer.pages : number + 1;
}

}  // namespace

void show_steps(Scene& scene) {
  const Answer& answer = scene.answer;
  if (answer.pages < 2) return;
  PageView& page = scene.page;
  page.is_paged = true;
  page.base_query = without_keys(answer.query, 0, scene.arena);
  page.previous.number = answer.page - 1;
  if (answer.page < answer.pages) page.next.number = answer.page + 1;
  StepView* const steps = scene.arena.make_first<StepView>(kMostSteps);
  size_t count = 0;
  uint32_t last = 0;
  for (uint32_t number = 1; number <= answer.pages; number = next_shown(number, answer)) {
    steps[count++] = {number, number == answer.page, number > last + 1};
    last = number;
  }
  page.steps = {steps, count};
}

}  // namespace catalogue
