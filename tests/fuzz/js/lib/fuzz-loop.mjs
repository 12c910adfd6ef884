// SPDX-License-Identifier: MIT
// Runs one check on many inputs, for a number of executions or of seconds, and names what fails.
import { random } from './random.mjs';

/**
 * `make(chance)` gives an input, `check(input)` throws when something is wrong with it. Without `executions`
 * the run lasts `seconds`. The same seed gives the same inputs. Returns how many were checked.
 * Throws an Error that tells the seed of the input, whose `input` is the input itself.
 */
export async function fuzzLoop({ seconds = 0, executions = 0, seed = 1 }, make, check) {
  const end = performance.now() + seconds * 1000;
  let done = 0;
  while (executions > 0 ? done < executions : performance.now() < end) {
    const own = (seed + done) >>> 0;
    const input = make(random(own));
    try {
      await check(input);
    } catch (cause) {
      throw Object.assign(new Error(`seed ${own}: ${cause.message}\n${JSON.stringify(input)}`, { cause }), { input });
    }
    done++;
  }
  return done;
}
