/** Up to 2^53 every whole number has a value of its own; that has 16 digits. */
const manyDigits = /\d{16}/

const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

const quoteUnsafe = (digits: string): string =>
  /^-?\d+$/.test(digits) && !Number.isSafeInteger(Number(digits)) ? `"${digits}"` : digits

/** The end of a JSON string that begins at this quotation mark: the first one that no odd number of backslashes escapes. */
function endOfString(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); end >= 0; end = json.indexOf('"', end + 1)) {
    let before = end
    while (json[before - 1] === '\\') before -= 1
    if ((end - before) % 2 === 0) return end + 1
  }
  return json.length
}

/**
 * JSON text with every whole number that a number cannot hold made a string. JSON.parse rounds such numbers, so that two ids
 * become one, and shows their digits to nobody before Node 22. Parsers written in JavaScript keep them, at some 10 times its
 * cost: seconds for a page of 12 MB, in which everybody waits. Parcel numbers of 24 digits stand in many messages, so strings
 * are stepped over, not searched.
 */
export function withLargeIntegersQuoted(json: string): string {
  if (!manyDigits.test(json)) return json
  let result = ''
  let copied = 0
  for (let at = 0; at < json.length;) {
    const quote = json.indexOf('"', at)
    const end = quote < 0 ? json.length : quote
    const between = json.slice(at, end)
    if (manyDigits.test(between)) {
      result += json.slice(copied, at) + between.replace(number, quoteUnsafe)
      copied = end
    }
    at = quote < 0 ? json.length : endOfString(json, quote)
  }
  return result + json.slice(copied)
}
