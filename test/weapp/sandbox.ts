import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DOMWindow } from 'jsdom';

/** What the language itself gives, and the few of the host that WeChat's logic layer has too. */
const KEPT = new Set([
  ...'Object Array String Number Boolean Symbol BigInt Math JSON Date RegExp Map Set WeakMap WeakSet WeakRef'.split(
    ' ',
  ),
  ...'Promise Proxy Reflect Error TypeError RangeError SyntaxError ReferenceError EvalError URIError'.split(
    ' ',
  ),
  ...'ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array'.split(' '),
  ...'Int32Array Uint32Array Float32Array Float64Array BigInt64Array BigUint64Array Intl'.split(' '),
  ...'isNaN isFinite parseInt parseFloat encodeURIComponent decodeURIComponent encodeURI decodeURI'.split(
    ' ',
  ),
  ...'setTimeout clearTimeout setInterval clearInterval console undefined NaN Infinity'.split(' '),
]);

export interface Sandbox {
  /** Runs a file of the build once and answers what it exports, as WeChat's `require` does. */
  require(file: string): unknown;
}

/**
 * A logic layer as bare as WeChat's: no window, no document, no fetch, no process, no code from strings.
 * Each app gets its own modules and its own `wx`.
 */
export function openSandbox(dist: string, window: DOMWindow, globals: Record<string, unknown>): Sandbox {
  const language = Object.fromEntries([...KEPT].map((name) => [name, Reflect.get(globalThis, name)]));
  const given = {
    ...globals,
    ...patientTimers(),
    Function: bareFunction(),
    globalThis: { ...language, ...globals },
  };
  // A parameter may not be called `eval`; the gates look for it in the bundles instead.
  const hidden = [...Object.getOwnPropertyNames(window), ...Object.getOwnPropertyNames(globalThis)].filter(
    (name) =>
      !KEPT.has(name) && !Object.hasOwn(given, name) && name !== 'eval' && /^[A-Za-z_$][\w$]*$/.test(name),
  );
  const names = [...Object.keys(given), ...new Set(hidden)];
  const values = Object.values(given);
  const modules = new Map<string, { exports: unknown }>();

  const load = (file: string): unknown => {
    const known = modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    modules.set(file, module);
    const near = (wanted: string) =>
      load(path.resolve(path.dirname(file), wanted.endsWith('.js') ? wanted : `${wanted}.js`));
    const source = `${readFileSync(file, 'utf8')}\n//# sourceURL=${file}`;
    const run = new Function('require', 'module', 'exports', ...names, source);
    run.call(undefined, near, module, module.exports, ...values);
    return module.exports;
  };
  return { require: (file) => load(path.join(dist, file)) };
}

/** An app's own ticking must not keep the test process alive. */
function patientTimers() {
  return {
    setTimeout: (act: () => void, ms?: number, ...rest: []) => setTimeout(act, ms, ...rest).unref(),
    setInterval: (act: () => void, ms?: number, ...rest: []) => setInterval(act, ms, ...rest).unref(),
  };
}

/** `x instanceof Function` works; making code from a string does not. WeChat answers such a call with nothing. */
function bareFunction(): unknown {
  function refuse() {
    return () => undefined;
  }
  refuse.prototype = Function.prototype;
  return refuse;
}
