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
    certain: /^\s*<(?:!doctype|html|head|body)\b/i,
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
] as const

const extensionOf = (name: string): string => /\.([^./\\\s]+)\s*$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** The unit of announced sizes is documented by nobody; bytes are likely, and these are what else it could be. */
const units = [1, 1000, 1024]
/** How far a size may be off: one of them may have been rounded. */
const tolerated = 0.05

/** Undefined when a file of this length can be the one announced. */
export function lengthProblem(length: number, { size }: AnnouncedFile): FileProblem | undefined {
  if (size === undefined || size <= 0) return undefined
  const fits = units.some((unit) => Math.abs(length - size * unit) <= size * unit * tolerated)
  const text = `${length} bytes came instead of a file of ${size} bytes`
  return fits ? undefined : { code: FailureCode.notTheFile, text }
}

/** What an error document in JSON says. Nothing else is quoted: it could be what a person wrote. */
function saysOf(start: Uint8Array): string {
  if (documentOf(start, undefined) === undefined) return ''
  const { message } = readErrorText(start, undefined)
  return message === undefined ? '' : `: ${message}`
}

/**
 * What the type of an answer and its beginning tell. A type alone says nothing: servers have some for everything. A beginning
 * alone does where no such file can begin like this.
 */
export function documentProblem(
  contentType: string | undefined,
  start: Uint8Array,
  { name }: AnnouncedFile,
): FileProblem | undefined {
  const extension = extensionOf(name)
  const text = new TextDecoder().decode(start.subarray(0, 256))
  const found = documents.find(({ type, begins, certain, own }) => {
    const isOwn = own.some((known) => known === extension)
    const isSaid = type.test(contentType ?? '') && begins.test(text)
    return !isOwn && (isSaid || (binary.has(extension) && certain.test(text)))
  })
  if (!found) return undefined
  return { code: found.code, text: `${found.what} came instead of the file${saysOf(start)}` }
}
