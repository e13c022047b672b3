import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconLock, IconSend } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useProblemWords } from '../../api/problem.ts'
import type { ConversationDetail } from '../../api/queries.ts'
import { useTenant } from '../../app/tenant.ts'
import { Confirm, type Question } from '../../parts/confirm.tsx'
import { words as plain } from '../facts.ts'
import { changeDraft, keyFor, useDraft, type Draft } from './drafts.ts'
import { Files } from './files.tsx'
import { usePreview, writeAnswer, writeComment, type Answer, type Preview } from './queries.ts'
import { Undo, type Sent } from './undo.tsx'
import './answer.css'

/** A pause in typing, after which it is worth asking. */
const pauseMs = 400

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return paused
}

const newestOfCustomer = ({ events }: ConversationDetail): string | undefined => {
  const event = events.findLast(({ type, data }) => type === 'MessageReceived' && data['author'] === 'customer')
  return event && plain(event.data['messageId'])
}

/** To whom it goes, chosen by the rule or by the writer, and said in words. */
function Recipients({
  draft,
  preview,
  onChoose,
}: {
  draft: Draft
  preview: Preview
  onChoose: (to: Answer['to']) => void
}) {
  const t = useTranslations('answer')
  const isByRule = draft.to === undefined
  const why = preview.chosenBy === null ? undefined : t(`chosen.${preview.chosenBy}`)
  return (
    <div className="answer-to">
      <div role="group" aria-label={t('to')} className="views">
        {(['customer', 'operator', 'everyone'] as const).map((one) => (
          <button
            key={one}
            type="button"
            className="choice"
            aria-pressed={preview.to === one}
            disabled={!preview.readers.includes(one)}
            onClick={() => onChoose(one)}
          >
            {t(`reader.${one}`)}
          </button>
        ))}
      </div>
      <Text size="sm" c="dimmed" role="status">
        {isByRule && why !== undefined ? `${why} ` : ''}
        {t(`sees.${preview.to}`)}
      </Text>
    </div>
  )
}

function Warnings({ preview, isBlank, onShow }: { preview: Preview; isBlank: boolean; onShow: () => void }) {
  const t = useTranslations('answer')
  // The preview is of a moment ago; an empty box has nothing to look at.
  const shown = isBlank ? [] : [...preview.warnings, ...(preview.leavesBuyerOut ? (['leaves-buyer-out'] as const) : [])]
  return (
    <div role="status" data-testid="warnings">
      <ul className="answer-warnings">
        {shown.map((warning) => (
          <li key={warning} className="is-warn" data-warning={warning}>
            <IconAlertTriangle size={15} aria-hidden /> {t(`warning.${warning}`)}
            {warning === 'wrote-meanwhile' && (
              <Button size="compact-xs" variant="subtle" onClick={onShow}>
                {t('show')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

interface BoxProps {
  detail: ConversationDetail
  field: RefObject<HTMLTextAreaElement | null>
  onShowNewest: () => void
}

/** Where an answer or a comment is written. What is typed stays through everything, until it is sent. */
export function AnswerBox({ detail, field, onShowNewest }: BoxProps) {
  const t = useTranslations('answer')
  const problem = useProblemWords()
  const queries = useQueryClient()
  const { tenantId } = useTenant()
  const { integrationId, threadId } = detail
  const place = { tenantId, integrationId, threadId }
  const id = `${tenantId}/${integrationId}/${threadId}`
  const draft = useDraft(id)
  const isAnswer = draft.kind === 'answer'
  const text = isAnswer ? draft.text : draft.comment
  const preview = usePreview(detail, { text: usePaused(draft.text), to: draft.to, read: draft.read })
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const [question, setQuestion] = useState<Question>()
  const [sent, setSent] = useState<Sent>()
  const isSending = useRef(false)
  const newest = newestOfCustomer(detail)
  const over = useCallback(() => setSent(undefined), [])

  const type = (value: string): void => {
    setError(undefined)
    if (!isAnswer) changeDraft(id, { comment: value })
    // What had come before the first letter was read.
    else changeDraft(id, { text: value, ...(draft.text === '' ? { read: newest } : {}) })
  }
  const answer = async (leaveBuyerOut: boolean): Promise<void> => {
    if (!preview) return
    const body = { to: preview.to, text: draft.text, files: draft.files.map(({ fileId }) => fileId), leaveBuyerOut }
    const { answerId } = await writeAnswer(place, body, keyFor(id, JSON.stringify(body)))
    const before = draft
    changeDraft(id, { text: '', files: [], to: undefined, read: undefined, sent: undefined })
    const restore = (): void => changeDraft(id, { ...before, sent: undefined })
    setSent({ answerId, until: Date.now() + 10_000, restore })
  }
  const comment = async (): Promise<void> => {
    await writeComment(place, draft.comment, keyFor(id, `comment ${draft.comment}`))
    changeDraft(id, { comment: '', sent: undefined })
  }
  const send = async (): Promise<void> => {
    if (isSending.current || text.trim() === '') return
    if (isAnswer && preview?.leavesBuyerOut === true) {
      const run = (): Promise<void> => answer(true)
      setQuestion({ title: t('leaveTitle'), text: t('leaveText'), button: t('leaveButton'), run })
      return
    }
    isSending.current = true
    setBusy(true)
    setError(undefined)
    try {
      await (isAnswer ? answer(false) : comment())
      await queries.invalidateQueries({ queryKey: ['conversation'] })
    } catch (thrown) {
      setError(problem(thrown))
    }
    isSending.current = false
    setBusy(false)
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void send()
  }
  const isReady = text.trim() !== '' && (!isAnswer || (preview !== undefined && preview.hasTicket))
  return (
    <section className="answer" aria-label={t('title')} data-kind={draft.kind}>
      {sent && <Undo sent={sent} place={place} onOver={over} />}
      <div role="group" aria-label={t('kind')} className="views">
        {(['answer', 'comment'] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            className="choice"
            aria-pressed={draft.kind === kind}
            onClick={() => changeDraft(id, { kind })}
          >
            {t(`kinds.${kind}`)}
          </button>
        ))}
      </div>
      {isAnswer && preview && <Recipients draft={draft} preview={preview} onChoose={(to) => changeDraft(id, { to })} />}
      {!isAnswer && (
        <Group gap={4} className="quiet">
          <IconLock size={14} aria-hidden /> <Text size="sm">{t('commentText')}</Text>
        </Group>
      )}
      <textarea
        ref={field}
        className="answer-text"
        rows={4}
        maxLength={60_000}
        aria-label={t(`kinds.${draft.kind}`)}
        placeholder={t(`placeholder.${draft.kind}`)}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={onKey}
        data-testid="answer-text"
      />
      {isAnswer && preview && (
        <>
          {preview.footer !== '' && (
            <div className="answer-footer" data-testid="answer-footer">
              <span className="unseen">{t('footer')} </span>
              {preview.footer}
            </div>
          )}
          <Warnings
            preview={preview}
            isBlank={draft.text.trim() === ''}
            onShow={() => {
              changeDraft(id, { read: newest })
              onShowNewest()
            }}
          />
          <Files key={sent?.answerId ?? ''} id={id} place={place} files={draft.files} room={preview.files} />
          {!preview.hasTicket && <Text size="sm">{t('noTicket')}</Text>}
        </>
      )}
      <div role="alert">
        {error !== undefined && (
          <Text className="is-bad" size="sm">
            {error}
          </Text>
        )}
      </div>
      <Group justify="flex-end" gap="sm">
        {isAnswer && preview && (
          <Text size="xs" c="dimmed" className={preview.fault === 'too-long' ? 'is-bad' : undefined}>
            {t('counter', { n: draft.text.length + (preview.footer === '' ? 0 : preview.footer.length + 2) })}
          </Text>
        )}
        <Button
          size="sm"
          loading={isBusy}
          disabled={!isReady}
          title={t('keys')}
          leftSection={<IconSend size={15} aria-hidden />}
          onClick={() => void send()}
          data-testid="send"
        >
          {t(`send.${isAnswer ? (preview?.to ?? 'customer') : 'comment'}`)}
        </Button>
      </Group>
      <Confirm question={question} onClose={() => setQuestion(undefined)} />
    </section>
  )
}
