import { recordSetData, type HostRecord } from './record'

export type Values = Record<string, unknown>

/** What the package hands to Page() or Component(). */
export interface Definition {
  data?: Values
  methods?: Values
  properties?: Record<string, unknown>
  observers?: Record<string, (this: Instance, ...values: unknown[]) => void>
  lifetimes?: Lifetimes
  options?: { virtualHost?: boolean }
  [member: string]: unknown
}

interface Lifetimes {
  created?: (this: Instance) => void
  attached?: (this: Instance) => void
  detached?: (this: Instance) => void
}

/** A living page or component: the logic side's object, and the copy of its data that the view draws. */
export interface Instance {
  is: string
  data: Values
  setData(patch: Values, done?: () => void): void
  [member: string]: unknown
}

export interface LiveInstance {
  logic: Instance
  /** What the view has received: a copy, so that data changed behind setData's back does not show. */
  view: Values
  definition: Definition
  path: string
  /** Path of the page it belongs to; costs are counted there. */
  page: string
  /** JSON of the property values that its parent last passed. */
  passed: Map<string, string>
  redraw: () => void
  alive: boolean
}

export interface InstanceSetup {
  definition: Definition
  path: string
  page: string
  record: HostRecord
}

/** Makes a page object: the definition's members become its own. */
export function createPageInstance(setup: InstanceSetup): LiveInstance {
  const live = createInstance(setup, {})
  Object.assign(live.logic, setup.definition, { data: live.logic.data })
  return live
}

/** Makes a component object with its properties' values. */
export function createComponentInstance(setup: InstanceSetup, properties: Values): LiveInstance {
  const live = createInstance(setup, defaultProperties(setup.definition))
  passProperties(live, properties)
  Object.assign(live.logic, setup.definition.methods, {
    data: live.logic.data,
    properties: live.logic.data,
  })
  return live
}

/**
 * Gives a component the property values its parent's template now holds. Only what the parent changed is passed on, as a
 * copy: what the component has since put there by its own setData stands. Observers hear of each change after the first.
 */
export function passProperties(live: LiveInstance, properties: Values): void {
  for (const [name, value] of Object.entries(properties)) {
    const text = JSON.stringify(value) ?? 'null'
    const before = live.passed.get(name)
    if (before === text) continue
    live.passed.set(name, text)
    live.logic.data[name] = JSON.parse(text)
    live.view[name] = JSON.parse(text)
    if (before !== undefined)
      live.definition.observers?.[name]?.call(live.logic, live.logic.data[name])
  }
}

/** Runs a lifetime, wherever the definition declares it. */
export function runLifetime(live: LiveInstance, name: keyof Lifetimes): void {
  const lifetime = live.definition.lifetimes?.[name] ?? live.definition[name]
  if (typeof lifetime === 'function') (lifetime as (this: Instance) => void).call(live.logic)
}

function createInstance(setup: InstanceSetup, properties: Values): LiveInstance {
  const { definition, path, page, record } = setup
  const initial = { ...(copy(definition.data ?? {}, path, record) as Values), ...properties }
  const logic: Instance = {
    is: path,
    data: initial,
    setData(patch, done) {
      recordSetData(record, page, patch)
      const sent = copy(patch, path, record) as Values
      for (const [key, value] of Object.entries(patch)) assignPath(live.logic.data, key, value)
      void Promise.resolve().then(() => {
        for (const [key, value] of Object.entries(sent)) assignPath(live.view, key, value)
        if (live.alive) live.redraw()
        done?.call(logic)
      })
    },
    triggerEvent: () => undefined,
    selectComponent: () => null,
    selectAllComponents: () => [],
    getPageId: () => page,
  }
  const live: LiveInstance = {
    logic,
    view: copy(initial, path, record) as Values,
    definition,
    path,
    page,
    passed: new Map(),
    redraw: () => undefined,
    alive: true,
  }
  return live
}

function defaultProperties(definition: Definition): Values {
  return Object.fromEntries(
    Object.entries(definition.properties ?? {}).map(([name, property]) => [
      name,
      typeof property === 'object' && property !== null && 'value' in property
        ? property.value
        : undefined,
    ]),
  )
}

/** Writes at a setData path such as `root.cn.[0].v` or `list[2].name`. */
export function assignPath(data: Values, path: string, value: unknown): void {
  const keys = path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter((key) => key !== '')
  const last = keys.pop()
  if (last === undefined) return
  let place: Values = data
  keys.forEach((key, index) => {
    const inner = place[key]
    if (typeof inner === 'object' && inner !== null) place = inner as Values
    else {
      const next = keys[index + 1] ?? last
      place = place[key] = (/^\d+$/.test(next) ? [] : {}) as Values
    }
  })
  place[last] = value
}

/** What crosses to the view: plain values only. WeChat warns about undefined and drops functions; both are recorded. */
function copy(value: unknown, path: string, record: HostRecord): unknown {
  if (typeof value === 'function') {
    record.errors.push(`setData was given a function in ${path}`)
    return undefined
  }
  if (Array.isArray(value)) return value.map((item) => copy(item, path, record))
  if (typeof value !== 'object' || value === null) return value
  const copied: Values = {}
  for (const [key, inner] of Object.entries(value)) {
    if (inner === undefined)
      record.warnings.push(`setData was given undefined for ${key} in ${path}`)
    else copied[key] = copy(inner, path, record)
  }
  return copied
}
