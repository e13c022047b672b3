import type { FormatCallback } from 'html-to-text'
import { block } from './blocks.ts'
import { attribute, wordsOf } from './dom.ts'
import { marks } from './marks.ts'

/** Older ones hide their rules from older programs in a comment of the page. */
const sheet = /<style\b[^>]{0,200}>((?:(?!<\/?style)[^]){1,100000})<\/style/gi
const comment = /\/\*[^*]{0,5000}(?:\*(?!\/)[^*]{0,5000}){0,100}\*\//g

/** Rules for certain screens, with all inside them: they say nothing of the others. */
const conditional = /@[^{};]{1,500}\{[^{}]{0,5000}(?:\{[^{}]{0,5000}\}[^{}]{0,5000}){0,500}\}/g
const rule = /([^{}]{1,2000})\{([^{}]{1,2000})\}/g
const hides =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)\s*(?:!\s*important\s*)?(?:;|$)/i

const strikes = /(?:^|[;\s])text-decoration(?:-line)?\s*:[^;]{0,100}\bline-through\b/i

/** One class or id alone, so that the rule is about whatever has it. */
const simple = /^\s*(?:[a-z\d]{1,20})?([.#][a-z_][\w-]{0,100})\s*$/i

/** More than a template has. */
const mostNames = 100

/** The classes (`.name`) and ids (`#name`) that the style sheets of a mail hide on every screen, or strike out. */
export function namesInSheets(html: string): { hidden: string[]; struck: string[] } {
  const hidden = new Set<string>()
  const struck = new Set<string>()
  for (const [, css = ''] of html.matchAll(sheet)) {
    const always = css
      .replace(/<!--|-->/g, '')
      .replace(comment, '')
      .replace(conditional, '')
    for (const [, selectors = '', declarations = ''] of always.matchAll(rule)) {
      const names = hides.test(declarations) ? hidden : strikes.test(declarations) ? struck : undefined
      if (names === undefined) continue
      for (const selector of selectors.split(',')) {
        const name = simple.exec(selector)?.[1]
        if (name !== undefined && names.size < mostNames) names.add(name)
      }
    }
  }
  return { hidden: [...hidden], struck: [...struck] }
}

/** What a style sheet hides, where the element itself does not say that it is shown. */
export const hiddenBySheet: FormatCallback = (elem, walk, builder, options) => {
  if (/(?:display|visibility)\s*:\s*(?!none|hidden)/i.test(attribute(elem, 'style')))
    block(1)(elem, walk, builder, options)
  else if (wordsOf(elem) !== '') builder.addInline(marks.hidden, { noWordTransform: true })
}
