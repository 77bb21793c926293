/** Runs the package's scripts as WeChat's logic thread does: CommonJS, engine built-ins, no browser. */
export interface ModuleLoader {
  /** Runs a script once and returns its exports. */
  require(path: string): unknown
  /** Path, without `.js`, of the script that is running now; App, Page and Component register under it. */
  running(): string
}

/** Names of a browser window that the logic thread has too. */
const SHARED_NAMES = [
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'console',
  'WebAssembly',
]

const ENGINE_NAMES = [
  'Object', 'Function', 'Array', 'Number', 'parseFloat', 'parseInt', 'Infinity', 'NaN', 'undefined', 'Boolean', 'String',
  'Symbol', 'Date', 'Promise', 'RegExp', 'Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError',
  'SyntaxError', 'TypeError', 'URIError', 'JSON', 'Math', 'Intl', 'ArrayBuffer', 'Uint8Array', 'Int8Array',
  'Uint16Array', 'Int16Array', 'Uint32Array', 'Int32Array', 'Float32Array', 'Float64Array', 'Uint8ClampedArray',
  'BigUint64Array', 'BigInt64Array', 'DataView', 'Map', 'BigInt', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'Proxy',
  'Reflect', 'decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'escape', 'unescape', 'isFinite',
  'isNaN', 'eval', 'globalThis',
] // prettier-ignore

/** `provided` are the logic thread's own globals: wx, App, Page, Component, getApp … */
export function createModuleLoader(
  scripts: Record<string, string>,
  provided: Record<string, unknown>,
  window: Window,
): ModuleLoader {
  const modules = new Map<string, { exports: unknown }>()
  const scope = { ...hiddenNames(window), Function: withoutCompiling(), ...provided }
  const names = Object.keys(scope)
  const values = Object.values(scope)
  let running = ''

  function load(path: string): unknown {
    const file = path.endsWith('.js') ? path : `${path}.js`
    const known = modules.get(file)
    if (known) return known.exports
    const source = scripts[file]
    if (source === undefined) throw new Error(`module '${file}' is not defined`)
    const module = { exports: {} as unknown }
    modules.set(file, module)
    const run = new Function(
      'require',
      'module',
      'exports',
      ...names,
      `${source}\n//# sourceURL=weapp:///${file}`,
    )
    const outer = running
    running = file.replace(/\.js$/, '')
    try {
      run(
        (relative: string) => load(resolvePath(file, relative)),
        module,
        module.exports,
        ...values,
      )
    } finally {
      running = outer
    }
    return module.exports
  }

  return { require: load, running: () => running }
}

/** `../a/b` seen from `pages/x/index`; a leading `/` means the package's root. */
export function resolvePath(from: string, relative: string): string {
  const parts = relative.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** Every name a browser window offers beyond the engine, as undefined, so that product code finding one fails here too. */
function hiddenNames(window: Window): Record<string, unknown> {
  const kept = new Set([...ENGINE_NAMES, ...SHARED_NAMES])
  const hidden: Record<string, unknown> = {}
  for (let layer: object | null = window; layer; layer = Object.getPrototypeOf(layer) as object) {
    if (layer === Object.prototype) break
    for (const name of Object.getOwnPropertyNames(layer))
      if (!kept.has(name) && /^[A-Za-z_$][\w$]*$/.test(name)) hidden[name] = undefined
  }
  return { ...hidden, global: undefined, process: undefined, globalThis: engineOnly(window) }
}

function engineOnly(window: Window): object {
  const all = window as unknown as Record<string, unknown>
  const bare: Record<string, unknown> = {}
  for (const name of [...ENGINE_NAMES, ...SHARED_NAMES]) bare[name] = all[name]
  bare['globalThis'] = bare
  bare['Function'] = withoutCompiling()
  return bare
}

/** WeChat refuses code made from text; `Function.prototype` and instanceof still work. */
function withoutCompiling(): FunctionConstructor {
  const refuse = () => {
    throw new EvalError('Code generation from strings disallowed for this context')
  }
  return new Proxy(Function, { apply: refuse, construct: refuse })
}
