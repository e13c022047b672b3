/**
 * A text in which each span, from a start to the first end after it, is replaced, whatever stands between. A start without an end
 * is left as it is. A flood of starts costs one pass.
 * @param start with the flag `g`; so has `end`
 * @param instead gets the opening, what is inside, and the closing
 */
export function replaceSpans(
  text: string,
  start: RegExp,
  end: RegExp,
  instead: (opening: string, inside: string, closing: string) => string,
): string {
  let out = ''
  let from = 0
  for (;;) {
    start.lastIndex = from
    const opened = start.exec(text)
    if (!opened) break
    const begin = opened.index + opened[0].length
    end.lastIndex = begin
    const closed = end.exec(text)
    if (!closed) break
    out += text.slice(from, opened.index) + instead(opened[0], text.slice(begin, closed.index), closed[0])
    from = closed.index + closed[0].length
  }
  return out + text.slice(from)
}
