/** What has no shape of its own, in all of Unicode; the marks of direction are for whoever knows whether they order a text. */
const ignorable =
  /(?![\u061C\u200C-\u200F\u202A-\u202E\u2066-\u2069\uFE00-\uFE0F\u{E0020}-\u{E01EF}])\p{Default_Ignorable_Code_Point}/gu
/** Marks of notes between lines; nobody writes them. */
const annotation = /[\uFFF9-\uFFFB]/g

/** Joiners mean something inside words and emoji only. */
const looseNonJoiner = /(?<![\p{L}\p{M}])\u200C|\u200C(?![\p{L}\p{M}])/gu
const looseJoiner =
  /(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])\u200D|\u200D(?![\p{L}\p{M}\p{Extended_Pictographic}])/gu

/** These choose among the shapes of the character before them; of a digit only in the sign of a key. */
const looseSelector =
  /(?<=^|[\s\p{P}\p{N}\p{Z}])(?<![#*\p{Extended_Pictographic}])[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]+(?!\u20E3)/gu
/** These spell the name of a country behind a black flag. */
const tags = /(\u{1F3F4}?)[\u{E0020}-\u{E007F}]+/gu

/** Most texts have none of all these, and are read once instead of six times. */
const any = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/u

/** Text without characters that nobody sees, which people cannot search, dial or compare; those that shape others stay. */
export const withoutShapeless = (text: string): string =>
  !any.test(text)
    ? text
    : text
        .replace(ignorable, '')
        .replace(annotation, '')
        .replace(looseNonJoiner, '')
        .replace(looseJoiner, '')
        .replace(looseSelector, '')
        .replace(tags, (whole, flag: string) => (flag === '' ? '' : whole))
