import { useSyncExternalStore } from 'react'
import { onSignOut } from '../../api/session.ts'
import type { Answer } from './queries.ts'

export interface DraftFile {
  fileId: string
  name: string
  bytes: number
}

/** What is being written in one conversation. */
export interface Draft {
  kind: 'answer' | 'comment'
  text: string
  comment: string
  /** Undefined: as the rule of the settings says. */
  to: Answer['to'] | undefined
  files: readonly DraftFile[]
  /** Id of the newest message of the customer when the writing began. */
  read: string | undefined
  /** What was sent without an answer, and its key: the very same again is done once. */
  sent: { key: string; content: string } | undefined
}

const emptyDraft: Draft = {
  kind: 'answer',
  text: '',
  comment: '',
  to: undefined,
  files: [],
  read: undefined,
  sent: undefined,
}

/** In the storage of the tab: it outlives a reload, a lost server and an expired token, and nobody finds it after the tab. */
const prefix = 'connector.draft.'
const drafts = new Map<string, Draft>()
const listeners = new Set<() => void>()

const tell = (): void => {
  for (const listener of listeners) listener()
}

function stored(id: string): Draft {
  try {
    const text = sessionStorage.getItem(prefix + id)
    return text === null ? emptyDraft : { ...emptyDraft, ...(JSON.parse(text) as Partial<Draft>) }
  } catch {
    return emptyDraft
  }
}

function draftOf(id: string): Draft {
  const known = drafts.get(id)
  if (known) return known
  const draft = stored(id)
  drafts.set(id, draft)
  return draft
}

const isBlank = ({ text, comment, files }: Draft): boolean => text === '' && comment === '' && files.length === 0

export function changeDraft(id: string, change: Partial<Draft>): void {
  const next = { ...draftOf(id), ...change }
  drafts.set(id, next)
  try {
    if (isBlank(next)) sessionStorage.removeItem(prefix + id)
    else sessionStorage.setItem(prefix + id, JSON.stringify(next))
  } catch {
    // No room in the storage: the draft lives as long as the page.
  }
  tell()
}

/** Whoever signs out leaves nothing behind for the next one. */
onSignOut(() => {
  drafts.clear()
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key)
  tell()
})

/** The same key for the same content, however often it is sent. */
export function keyFor(id: string, content: string): string {
  const { sent } = draftOf(id)
  if (sent?.content === content) return sent.key
  const key = crypto.randomUUID()
  changeDraft(id, { sent: { key, content } })
  return key
}

export const useDraft = (id: string): Draft =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => draftOf(id),
  )
