// SPDX-License-Identifier: MIT
// The EcoIndex of a page from its elements, requests and kilobytes (cnumr/EcoIndex_python, `compute`).

// Quantiles of the web at large, from rank 0 on; a page of ours stays within these first ones.
const quantiles = {
  dom: [0, 47, 75, 159, 233, 298, 358, 417, 476, 537, 603, 674, 753],
  requests: [0, 2, 15, 25, 34, 42, 49, 56, 63],
  kilobytes: [0, 1.37, 144.7, 319.53, 479.46, 631.97, 783.38],
};

/** The rank of a value among quantiles, with its fraction; the last rank known for larger values. */
function rank(value, steps) {
  const next = steps.findIndex((step) => value < step);
  if (next < 0) return steps.length;
  return next - 1 + (value - steps[next - 1]) / (steps[next] - steps[next - 1]);
}

/**
 * Score from 0 to 100; above 80 is an A.
 * @param {{dom: number, requests: number, kilobytes: number}} page  `dom` counts no children of svg
 */
export function ecoIndex({ dom, requests, kilobytes }) {
  const ranks =
    3 * rank(dom, quantiles.dom) + 2 * rank(requests, quantiles.requests) + rank(kilobytes, quantiles.kilobytes);
  return 100 - (5 * ranks) / 6;
}
