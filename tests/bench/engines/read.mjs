// SPDX-License-Identifier: MIT
// The trainings of a catalogue's bytes, for engines that take JavaScript objects.

/** Above this a text may be longer than JavaScript allows (2^29 characters). */
const kLargestText = 400e6;
const kLineFeed = 10;
const kClosingBracket = 93;

/**
 * `JSON.parse` of the whole; of one training after the other where the text would be too long for a string, which
 * takes a file with one a line, as the benchmark writes it.
 */
export function readTrainings(json) {
  const decoder = new TextDecoder();
  if (json.length <= kLargestText) return JSON.parse(decoder.decode(json)).trainings;
  const trainings = [];
  let start = json.indexOf(kLineFeed) + 1;
  for (let end = json.indexOf(kLineFeed, start); end > 0; end = json.indexOf(kLineFeed, start)) {
    if (json[start] === kClosingBracket) break;
    const line = decoder.decode(json.subarray(start, end));
    trainings.push(JSON.parse(line.endsWith(',') ? line.slice(0, -1) : line));
    start = end + 1;
  }
  return trainings;
}
