import { z } from 'zod'

const words = z.object({ label: z.string(), help: z.string() })

/** What is read of a JSON Schema made by zod; a node that is no setting has no words. */
const nodeSchema = z.object({
  pl: words.optional(),
  en: words.optional(),
  type: z.string().optional(),
  default: z.json().optional(),
  enum: z.array(z.string()).optional(),
  format: z.string().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  maxItems: z.number().optional(),
  required: z.array(z.string()).default([]),
  get properties() {
    return z.record(z.string(), nodeSchema).optional()
  },
  get items() {
    return nodeSchema.optional()
  },
})
type Node = z.infer<typeof nodeSchema>

const code = (text: string): string => `\`${text}\``

const range = (from: number | undefined, to: number | undefined, unit = ''): string => {
  if (to === undefined || to === Number.MAX_SAFE_INTEGER) return from === undefined ? '' : `from ${from}${unit}`
  return from === undefined ? `up to ${to}${unit}` : `${from}–${to}${unit}`
}

function allowed(node: Node): string {
  if (node.enum) return node.enum.map(code).join(', ')
  switch (node.type) {
    case 'boolean':
      return `${code('true')}, ${code('false')}`
    case 'integer':
    case 'number':
      return range(node.exclusiveMinimum === undefined ? node.minimum : node.exclusiveMinimum + 1, node.maximum)
    case 'string':
      return node.format === 'date' ? 'a date' : range(node.minLength, node.maxLength, ' characters')
    case 'array': {
      const most = range(undefined, node.maxItems)
      const each = node.items === undefined || node.items.properties ? '' : allowed(node.items)
      return [most, each].filter((part) => part !== '').join('; each: ')
    }
    default:
      return ''
  }
}

function defaultOf(node: Node, isRequired: boolean): string {
  if (node.properties) return ''
  if (node.default !== undefined) return code(JSON.stringify(node.default))
  return isRequired ? '**required**' : 'not set'
}

/** @param shown items of lists that stand in the list already: the days of a week are all alike */
function items(node: Node, shown: Set<string>, path = ''): string[] {
  const each = JSON.stringify(node.items)
  const inItems = node.items && !shown.has(each) ? items(node.items, shown, `${path}[]`) : []
  if (inItems.length > 0) shown.add(each)
  const inFields = Object.entries(node.properties ?? {}).flatMap(([name, child]) => {
    const place = path === '' ? name : `${path}.${name}`
    const said = [child.pl, child.en].flatMap((word) => (word ? `  - **${word.label}** ${word.help}` : []))
    const facts = [defaultOf(child, node.required.includes(name)), allowed(child)].filter((fact) => fact !== '')
    const title = `- ${code(place)}${facts.length === 0 ? '' : ` (${facts.join('; ')})`}`
    return [title, ...said, ...items(child, shown, place)]
  })
  return [...inItems, ...inFields]
}

/** Every setting of a schema: what it is when left out, what it may be, and its words in both languages. */
export function settingsList(schema: z.ZodType): string {
  const node = nodeSchema.parse(z.toJSONSchema(schema, { io: 'input' }))
  return items(node, new Set()).join('\n')
}
