// SPDX-License-Identifier: MIT
// Times normalise() natively: `normalise_bench RAW_RECORDS.json` prints the best of three, in milliseconds.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "catalogue/normalise.h"

int main(int argc, char** argv) {
  if (argc != 2) return std::fputs("usage: normalise_bench RAW_RECORDS.json\n", stderr), 2;
  std::ifstream file(argv[1], std::ios::binary);
  const std::string raw{std::istreambuf_iterator<char>(file), {}};
  double best_ms = 1e12;
  for (int run = 0; run < 3; ++run) {
    const auto start = std::chrono::steady_clock::now();
    if (catalogue::normalise(raw).find("\"catalogue\"") == std::string::npos) return 1;
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    best_ms = std::min(best_ms, took.count());
  }
  std::printf("%.3f\n", best_ms);
}
