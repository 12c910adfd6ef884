// SPDX-License-Identifier: MIT
// Entry of dist/embed/frame.js.
import { presetFromAddress, talkToHost } from './frame.js';

presetFromAddress(document.querySelector('catalogue-formations'));
talkToHost();
