/** At most `max` characters, an ellipsis included; never half of a character that takes two, which no API could read. */
export const shorten = (text: string, max: number): string =>
  text.length > max ? `${text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text
