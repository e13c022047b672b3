import { replaceSpans } from './spans.ts'

const start = /<script(?=[\s/>])/gi
const end = /<\/script\b[^<>]{0,200}>/gi

/**
 * A text without its scripts, which no reader of a mail sees: each from its start to the first end after it, as in a browser,
 * whatever stands between. One without an end is what a person typed.
 * @param instead stands where a script was
 */
export const withoutScripts = (text: string, instead: string): string => replaceSpans(text, start, end, () => instead)
