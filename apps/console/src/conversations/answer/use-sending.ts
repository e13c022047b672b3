import { useEffect, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useProblemWords } from '../../api/problem.ts'
import type { Question } from '../../parts/confirm.tsx'
import { changeDraft, keyFor, type Draft } from './drafts.ts'
import { writeAnswer, writeComment, type Preview } from './queries.ts'
import type { Sent } from './undo.tsx'

interface Sending {
  place: Parameters<typeof writeAnswer>[0]
  /** Of the draft. */
  id: string
  draft: Draft
  preview: Preview | undefined
  onSent: (sent: Sent) => void
  onQuestion: (question: Question) => void
}

/** Sends what stands in the box, an answer or a comment, once. */
export function useSending({ place, id, draft, preview, onSent, onQuestion }: Sending) {
  const problem = useProblemWords()
  const queries = useQueryClient()
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  /** The draft that was sent before it was known how an answer would go out: it goes as soon as that is known. */
  const [wanted, setWanted] = useState<string>()
  const isSending = useRef(false)
  const isAnswer = draft.kind === 'answer'
  const text = isAnswer ? draft.text : draft.comment

  const answer = async (leaveBuyerOut: boolean): Promise<void> => {
    if (!preview) return
    const body = { to: preview.to, text: draft.text, files: draft.files.map(({ fileId }) => fileId), leaveBuyerOut }
    const { answerId } = await writeAnswer(place, body, keyFor(id, JSON.stringify(body)))
    const before = draft
    changeDraft(id, { text: '', files: [], to: undefined, read: undefined, sent: undefined })
    const restore = (): void => changeDraft(id, { ...before, sent: undefined })
    onSent({ answerId, until: Date.now() + 10_000, restore })
  }
  const comment = async (): Promise<void> => {
    await writeComment(place, draft.comment, keyFor(id, `comment ${draft.comment}`))
    changeDraft(id, { comment: '', sent: undefined })
  }
  const send = async (): Promise<void> => {
    if (isSending.current || text.trim() === '') return
    setWanted(isAnswer && !preview ? id : undefined)
    if (isAnswer && !preview) return
    if (isAnswer && preview?.leavesBuyerOut === true) {
      const run = (): Promise<void> => answer(true)
      onQuestion({
        title: (t) => t('answer.leaveTitle'),
        text: (t) => t('answer.leaveText'),
        button: (t) => t('answer.leaveButton'),
        run,
      })
      return
    }
    isSending.current = true
    setBusy(true)
    setError(undefined)
    try {
      await (isAnswer ? answer(false) : comment())
      await queries.invalidateQueries({ queryKey: ['conversation'] })
    } catch (thrown) {
      setError(thrown)
    }
    isSending.current = false
    setBusy(false)
  }

  const newestSend = useRef(send)
  useEffect(() => {
    newestSend.current = send
  })
  const isWanted = isAnswer && wanted === id
  const isKnown = preview !== undefined
  useEffect(() => {
    if (isWanted && isKnown) void newestSend.current()
  }, [isWanted, isKnown])

  return {
    error: error === undefined ? undefined : problem(error),
    isBusy: isBusy || isWanted,
    send,
    /** What is typed anew is sent anew, too. */
    typedAnew: () => {
      setError(undefined)
      setWanted(undefined)
    },
  }
}
