/** Changes to the fields of a JSON answer, by their paths: `data.*.date_updated` is that of every element of a list. */
export interface Edit {
  changes?: Record<string, unknown>
  leftOut?: string[]
}

type Change = (holder: object, name: string) => void

function visit(value: unknown, [name = '', ...rest]: readonly string[], change: Change): void {
  if (typeof value !== 'object' || value === null) return
  const names = name === '*' ? Object.keys(value) : [name]
  for (const one of names)
    if (rest.length === 0) change(value, one)
    else visit(Reflect.get(value, one), rest, change)
}

/**
 * The same document with some fields of other values, or without them. What has no such field stays as it is, but for the last
 * name of a path, which is added.
 */
export function edited(body: Uint8Array, { changes = {}, leftOut = [] }: Edit): Uint8Array {
  if (body.length === 0) return body
  const document: unknown = JSON.parse(Buffer.from(body).toString())
  for (const [path, value] of Object.entries(changes))
    visit(document, path.split('.'), (holder, name) => {
      // A list has no fields of its own, and no two places share a value.
      if (!Array.isArray(holder) || /^\d+$/.test(name)) Reflect.set(holder, name, structuredClone(value))
    })
  for (const path of leftOut) visit(document, path.split('.'), (holder, name) => Reflect.deleteProperty(holder, name))
  return Buffer.from(JSON.stringify(document))
}
