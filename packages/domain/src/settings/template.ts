import { both, type BothLanguages } from '../words/both-languages.ts'

/** What a template of an automatic answer may name: `{numer_zamowienia}`, `{imie}`, `{sklep}`. */
export const templateVariables = ['numer_zamowienia', 'imie', 'sklep'] as const
export type TemplateVariable = (typeof templateVariables)[number]

const isVariable = (name: string): name is TemplateVariable => (templateVariables as readonly string[]).includes(name)

export type TemplatePart = { text: string } | { variable: TemplateVariable }

const known = templateVariables.map((name) => `{${name}}`).join(', ')

/** A variable, or a brace that belongs to none; within a line, so that a forgotten brace is told where it stands. */
const token = /\{([^{}\n]*)\}|[{}]/g

/** Splits a template at its variables, and says what is wrong with it, in the order of the text. */
export function parseTemplate(template: string): { parts: TemplatePart[]; faults: BothLanguages[] } {
  const parts: TemplatePart[] = []
  const faults: BothLanguages[] = []
  let end = 0
  for (const match of template.matchAll(token)) {
    const [whole, inside] = match
    const name = inside?.trim()
    if (match.index > end) parts.push({ text: template.slice(end, match.index) })
    end = match.index + whole.length
    if (name === undefined) {
      const near = template.slice(Math.max(0, match.index - 10), match.index + 11).replaceAll('\n', ' ')
      faults.push(
        both(`nawias „${whole}” bez pary przy „${near}”`, `A brace "${whole}" without its pair near "${near}"`),
      )
    } else if (isVariable(name)) parts.push({ variable: name })
    else
      faults.push(
        both(`nieznana zmienna {${name}}; znane są ${known}`, `Unknown variable {${name}}; known are ${known}`),
      )
  }
  if (end < template.length) parts.push({ text: template.slice(end) })
  return { parts, faults }
}
