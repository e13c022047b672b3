const start = /<script(?=[\s/>])/gi
const end = /<\/script\b[^<>]{0,200}>/gi

/**
 * A text without its scripts, which no reader of a mail sees: each from its start to the first end after it, as in a browser,
 * whatever stands between. One without an end is what a person typed. A flood of starts costs one pass.
 * @param instead stands where a script was
 */
export function withoutScripts(text: string, instead: string): string {
  let out = ''
  let from = 0
  for (;;) {
    start.lastIndex = from
    const opened = start.exec(text)
    if (!opened) break
    end.lastIndex = opened.index
    const closed = end.exec(text)
    if (!closed) break
    out += text.slice(from, opened.index) + instead
    from = closed.index + closed[0].length
  }
  return out + text.slice(from)
}
