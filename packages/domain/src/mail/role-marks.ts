import type { FormatCallback } from 'html-to-text'
import { markLines, marks } from './marks.ts'
import { roleOf } from './roles.ts'

/** Sets the marks by which the cut knows what an element is for. */
export const withRole =
  (format: FormatCallback, isInline = false): FormatCallback =>
  (elem, walk, builder, options) => {
    const role = roleOf(elem)
    if (role === 'hidden') return
    if (role === 'quote' || role === 'history') {
      builder.openBlock()
      builder.addLiteral(marks[role])
      builder.closeBlock()
    }
    if (role !== 'signature') {
      format(elem, walk, builder, options)
      return
    }
    if (isInline) {
      builder.addInline(marks.signature)
      format(elem, walk, builder, options)
      return
    }
    builder.openBlock()
    format(elem, walk, builder, options)
    builder.closeBlock({ blockTransform: (text) => markLines(text === '' ? marks.nothing : text, marks.signature) })
  }
