// SPDX-License-Identifier: MIT
// The WebAssembly memory of this process. No figure of Node's shrinks with it, so the memories are listed here.
const memories = new Set();

const listExports = ({ exports }) =>
  Object.values(exports)
    .filter((value) => value instanceof WebAssembly.Memory)
    .forEach((memory) => memories.add(memory));

/** Starts listing every memory that is made or exported. Call it before any module is loaded. */
export function watchMemories() {
  const { Memory, instantiate } = WebAssembly;
  WebAssembly.Memory = new Proxy(Memory, {
    construct(target, [options]) {
      const memory = new target(options);
      memories.add(memory);
      return memory;
    },
  });
  WebAssembly.instantiate = async (...asked) => {
    const made = await instantiate(...asked);
    listExports(made.instance ?? made);
    return made;
  };
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct(target, asked) {
      const instance = new target(...asked);
      listExports(instance);
      return instance;
    },
  });
}

/** Bytes of all memories. A memory that is no longer used still counts: engines keep theirs. */
export const memoryBytes = () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
