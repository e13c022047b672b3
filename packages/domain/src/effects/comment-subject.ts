/** How what a comment is about is written, behind the word that says what kind it is, and read again. */
interface Codec<T extends object> {
  write(subject: T): string
  /** Undefined for what no version of ours has written. */
  read(text: string): T | undefined
}

type Named<Name extends string, T> = { [N in Name]: T }

const alone: Codec<object> = { write: () => '', read: (text) => (text === '' ? {} : undefined) }

const number = <N extends string>(name: N): Codec<Named<N, number>> => ({
  write: (subject) => String(subject[name]),
  read: (text) => (text === String(Number(text)) ? ({ [name]: Number(text) } as Named<N, number>) : undefined),
})

const word = <N extends string>(name: N): Codec<Named<N, string>> => ({
  write: (subject) => subject[name],
  read: (text) => (text === '' ? undefined : ({ [name]: text } as Named<N, string>)),
})

const effect: Codec<{ effectKey: string }> = {
  write: ({ effectKey }) => effectKey,
  read: (effectKey) => (effectKey === '' ? undefined : { effectKey }),
}

const parking: Codec<{ effectKey: string; attempts: number }> = {
  write: ({ effectKey, attempts }) => `${effectKey}:${attempts}`,
  read: (text) => {
    const colon = text.lastIndexOf(':')
    const attempts = number('attempts').read(text.slice(colon + 1))
    return colon < 1 || !attempts ? undefined : { effectKey: text.slice(0, colon), ...attempts }
  },
}

/** Every kind of comment that is planned; what each says stands in `tickets/comment-text.ts`. */
const commentKinds = {
  /** The buyer was added to the CRM because somebody asked for it. */
  'customer-added': alone,
  /** Several CRM records hold the buyer's id. */
  'customer-hits': alone,
  /** The buyer's name was longer than his CRM record takes. */
  'customer-shortened': alone,
  /** The order became known after the ticket was made without it: which record of it, counted from 1. */
  order: number('recording'),
  /** Fields that Thulium turned out not to have when the ticket was brought up to date, by the effect that found out. */
  'fields-missing': effect,
  /** The buyer wrote into a closed ticket, by Thulium's id of the message. */
  closed: number('entryId'),
  /** A reply that is not sent. */
  refused: number('thuliumMessageId'),
  /** A reply of which the buyer does not get everything. */
  'left-out': number('thuliumMessageId'),
  /** A reply whose readers the agent did not name, and who they are. */
  recipients: number('thuliumMessageId'),
  /** A file that its effect gave up. */
  unavailable: effect,
  /** A reply or a file of an agent that needs a person; each parking of it is told once. */
  parked: parking,
  /** A reply that was written in the console and is sent. */
  answered: number('thuliumMessageId'),
  /** An internal comment that was written in the console. */
  written: word('commentId'),
}

type Kinds = typeof commentKinds
type FieldsOf<C> = C extends Codec<infer T> ? T : never

/** What a comment is about: the subject of its effect. */
export type CommentSubject = { [A in keyof Kinds]: { about: A } & FieldsOf<Kinds[A]> }[keyof Kinds]

/** A kind and its fields belong together, which the table knows and TypeScript does not. */
const codecOf = (about: keyof Kinds): Codec<object> => commentKinds[about]

const isKind = (word: string): word is keyof Kinds => Object.hasOwn(commentKinds, word)

/** As it stands in ledgers and keys of effects, which outlive every version: `refused:90501`. */
export function commentSubject(subject: CommentSubject): string {
  const rest = codecOf(subject.about).write(subject)
  return rest === '' ? subject.about : `${subject.about}:${rest}`
}

/** Undefined for a comment of a kind that this version does not know. */
export function parseCommentSubject(text: string): CommentSubject | undefined {
  const colon = text.indexOf(':')
  const about = colon < 0 ? text : text.slice(0, colon)
  if (!isKind(about)) return undefined
  const fields = codecOf(about).read(colon < 0 ? '' : text.slice(colon + 1))
  return fields && ({ about, ...fields } as CommentSubject)
}
