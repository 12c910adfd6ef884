// SPDX-License-Identifier: MIT
// Entry of dist/embed/resize.js.
import { watchFrames } from './parent.js';

watchFrames();
