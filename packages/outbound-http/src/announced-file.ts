import { documentOf, readErrorText } from './error-text.ts'
import { FailureCode } from './failure.ts'

/** What is known of a file before it is fetched. */
export interface AnnouncedFile {
  /** '' when it has none. */
  name: string
  /** In bytes; undefined or 0 when nobody said. */
  size: number | undefined
}

/** Why what comes is not the file that was announced. */
export interface FileProblem {
  code: string
  /** For people. */
  text: string
}

/** Formats that no document of text can be. Texts, old office files (which may be HTML or RTF) and unknown ones are not here. */
const binary: ReadonlySet<string> = new Set(
  'pdf jpg jpeg png gif webp bmp tif tiff heic zip docx xlsx pptx odt ods odp ppt mov mp4 avi mp3 wav 7z rar gz'.split(
    ' ',
  ),
)

/**
 * Documents of text that servers answer with instead of a file: their types, how every one of them begins, how one begins that
 * cannot be mistaken, and the names that such a file would have itself.
 */
const documents = [
  {
    what: 'A JSON document',
    code: FailureCode.notTheFile,
    type: /^\s*[\w.-]+\/(?:[\w.-]+\+)?json\b/i,
    begins: /^\s*["[{]/,
    certain: /^\s*(?:\{\s*["}]|\[)/,
    own: ['json'],
  },
  {
    what: 'An HTML page',
    code: FailureCode.html,
    type: /^\s*(?:text\/html|application\/xhtml\+xml)\b/i,
    begins: /^\s*</,
    certain: /^\s*<(?:!--|(?:!doctype|html|head|body|title|br|b|h1|center)\b)/i,
    own: ['html', 'htm', 'xhtml', 'eml', 'mht', 'doc', 'xls'],
  },
  {
    what: 'An XML document',
    code: FailureCode.notTheFile,
    type: /^\s*[\w.-]+\/(?:(?!svg)[\w.-]+\+)?xml\b/i,
    begins: /^\s*</,
    certain: /^\s*<(?:\?xml|error)\b/i,
    own: ['xml', 'svg', 'doc', 'xls', 'fodt', 'fods'],
  },
  {
    what: 'A text',
    code: FailureCode.notTheFile,
    type: /^\s*text\/plain\b/i,
    // Formats that begin with letters have other bytes or a mark of their own soon after.
    begins: /^(?!%PDF|PK|GIF8|BM|ID3|RIFF|Rar!|7z|II|MM|OggS)[\t\r\n\x20-\x7e\u00a0-\ufffc]+$/,
    certain: /^(?:<b>)?(?:Fatal error|Warning|Notice|Parse error): /,
    own: undefined,
  },
] as const

const extensionOf = (name: string): string => /\.([^./\\\s]+)\s*$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** The unit of announced sizes is documented by nobody; bytes are likely, and these are what else it could be. */
const units = [1, 1000, 1024]
/** How far a size may be off that was perhaps rounded; one of bytes that ends in other figures was not. */
const tolerated = 0.05
const mayBeRounded = (size: number, name: string): boolean =>
  !binary.has(extensionOf(name)) || !Number.isInteger(size) || size % 100 === 0 || size % 1024 === 0 || size < 1000
/** A mark or line ends that a server adds to a text or takes away. */
const fewBytes = 16

/** Undefined when a file of this length can be the one announced. */
export function lengthProblem(length: number, { name, size }: AnnouncedFile): FileProblem | undefined {
  // Nobody attaches nothing, and servers that lost a file give that.
  if (size === undefined || size <= 0)
    return length > 0 ? undefined : { code: FailureCode.notTheFile, text: 'Nothing came instead of the file' }
  // Whole kilobytes may have been rounded in either direction.
  const step = (unit: number): number => (unit > 1 && Number.isInteger(size) ? unit : Math.min(fewBytes, size / 4))
  const share = mayBeRounded(size, name) ? tolerated : 0
  const fits =
    length > 0 && units.some((unit) => Math.abs(length - size * unit) <= Math.max(size * unit * share, step(unit)))
  const text = `${length} bytes came instead of a file of ${size} bytes`
  return fits ? undefined : { code: FailureCode.notTheFile, text }
}

/** What an error document in JSON says. Nothing else is quoted: it could be what a person wrote. */
function saysOf(start: Uint8Array): string {
  if (documentOf(start, undefined) === undefined) return ''
  const { message } = readErrorText(start, undefined)
  return message === undefined ? '' : `: ${message}`
}

/** Text from its first character to the last that was read; of a binary format that is nothing but words about it. */
const nothingButText = /^(?!%PDF|%!PS|PK|GIF8|BM|ID3|RIFF|Rar!|7z|II|MM|OggS|\{\\rtf)[\t\r\n\x20-\x7e\u00a0-\ufffc]+$/

/** So much of a file is looked at. */
export const startBytes = 256

/** Without the end of a character that was cut; two bytes for each letter are told by a mark alone, as files may hold anything. */
const textOf = (start: Uint8Array): string =>
  start[0] === 0xff && start[1] === 0xfe
    ? new TextDecoder('utf-16le').decode(start, { stream: true })
    : new TextDecoder().decode(start, { stream: true })

/**
 * What the type of an answer and its beginning tell. A type alone says nothing: servers have some for everything. A beginning
 * alone does where no such file can begin like this.
 */
export function documentProblem(
  contentType: string | undefined,
  start: Uint8Array,
  { name, size }: AnnouncedFile,
): FileProblem | undefined {
  const extension = extensionOf(name)
  const text = textOf(start.subarray(0, startBytes))
  const found = documents.find(({ type, begins, certain, own }) => {
    const isOwn = own === undefined ? !binary.has(extension) : own.some((known) => known === extension)
    const isSaid = type.test(contentType ?? '') && begins.test(text)
    return !isOwn && (isSaid || (binary.has(extension) && certain.test(text)))
  })
  // Where a size was announced, that of such a text would have to be the same by chance.
  const isText = !((size ?? 0) > 0) && binary.has(extension) && nothingButText.test(text)
  if (!found) return isText ? { code: FailureCode.notTheFile, text: 'A text came instead of the file' } : undefined
  return { code: found.code, text: `${found.what} came instead of the file${saysOf(start)}` }
}
