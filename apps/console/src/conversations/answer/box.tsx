import { useCallback, useState, type KeyboardEvent, type RefObject } from 'react'
import { Group, Text } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import type { ConversationDetail } from '../../api/queries.ts'
import { useTenant } from '../../app/tenant.ts'
import { Confirm, type Question } from '../../parts/confirm.tsx'
import { words as plain } from '../facts.ts'
import { changeDraft, useDraft } from './drafts.ts'
import { Files } from './files.tsx'
import { Foot } from './foot.tsx'
import { Kinds } from './kinds.tsx'
import { usePreview } from './queries.ts'
import { Recipients } from './recipients.tsx'
import { Undo, type Sent } from './undo.tsx'
import { usePaused } from './use-paused.ts'
import { useSending } from './use-sending.ts'
import { Warnings } from './warnings.tsx'
import './answer.css'

const newestOfCustomer = ({ events }: ConversationDetail): string | undefined => {
  const event = events.findLast(({ type, data }) => type === 'MessageReceived' && data['author'] === 'customer')
  return event && plain(event.data['messageId'])
}

interface BoxProps {
  detail: ConversationDetail
  field: RefObject<HTMLTextAreaElement | null>
  onShowNewest: () => void
}

/** Where an answer or a comment is written. What is typed stays through everything, until it is sent. */
export function AnswerBox({ detail, field, onShowNewest }: BoxProps) {
  const t = useTranslations('answer')
  const { tenantId } = useTenant()
  const { integrationId, threadId } = detail
  const place = { tenantId, integrationId, threadId }
  const id = `${tenantId}/${integrationId}/${threadId}`
  const draft = useDraft(id)
  const isAnswer = draft.kind === 'answer'
  const text = isAnswer ? draft.text : draft.comment
  const preview = usePreview(detail, { text: usePaused(draft.text), to: draft.to, read: draft.read })
  const [question, setQuestion] = useState<Question>()
  const [sent, setSent] = useState<Sent>()
  const newest = newestOfCustomer(detail)
  const over = useCallback(() => setSent(undefined), [])

  const type = (value: string): void => {
    typedAnew()
    if (!isAnswer) changeDraft(id, { comment: value })
    // What had come before the first letter was read.
    else changeDraft(id, { text: value, ...(draft.text === '' ? { read: newest } : {}) })
  }
  const { error, isBusy, send, typedAnew } = useSending({
    ...{ place, id, draft, preview },
    onSent: setSent,
    onQuestion: setQuestion,
  })
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void send()
  }
  const isReady = text.trim() !== '' && (!isAnswer || (preview !== undefined && preview.hasTicket))
  return (
    <section className="answer" aria-label={t('title')} data-kind={draft.kind}>
      {sent && <Undo sent={sent} place={place} onOver={over} />}
      <Kinds id={id} draft={draft} />
      {isAnswer && preview && <Recipients draft={draft} preview={preview} onChoose={(to) => changeDraft(id, { to })} />}
      {!isAnswer && (
        <Group gap={4} wrap="nowrap" className="quiet">
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
      <Foot draft={draft} preview={preview} isBusy={isBusy} isReady={isReady} onSend={() => void send()} />
      <Confirm question={question} onClose={() => setQuestion(undefined)} />
    </section>
  )
}
