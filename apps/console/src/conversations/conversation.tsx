import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { Button, Title } from '@mantine/core'
import { IconArrowLeft, IconArrowUpRight } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { useTenant } from '../app/tenant.ts'
import type { ConversationDetail } from '../api/queries.ts'
import { panelLink } from '../page-settings.ts'
import { panelLinks } from './panel-links.ts'
import { isTyped } from '../parts/is-typed.ts'
import { Failed, Loading } from '../parts/states.tsx'
import { useKeys } from '../parts/use-keys.ts'
import { useTimes } from '../texts/times.ts'
import { Bubble } from './bubble.tsx'
import { useEventWords } from './event-words.ts'
import { AnswerBox } from './answer/box.tsx'
import { changeDraft } from './answer/drafts.ts'
import { conversationOf, type Steps } from './messages.ts'
import { NextMark } from './next-mark.tsx'
import { useConversation } from './queries.ts'
import { Side } from './side.tsx'

/** This close to the end, a person is following what happens. */
const followPx = 120

function StepsLine({ steps }: { steps: Steps }) {
  const t = useTranslations('conversations')
  const say = useEventWords()
  const { clock } = useTimes()
  return (
    <details className="steps-line">
      <summary>{t('steps', { n: steps.events.length })}</summary>
      <ol>
        {steps.events.map((event, index) => {
          const { title, notes } = say(event)
          return (
            <li key={index} className="anyhow">
              {clock(event.recordedAt)} {[title, ...notes].join(' · ')}
            </li>
          )
        })}
      </ol>
    </details>
  )
}

function Messages({ detail, box }: { detail: ConversationDetail; box: RefObject<HTMLDivElement | null> }) {
  const t = useTranslations('conversations')
  const isFollowing = useRef(true)
  const height = useRef<number>(undefined)
  const count = detail.events.length
  useEffect(() => {
    if (isFollowing.current && box.current) box.current.scrollTop = box.current.scrollHeight
  }, [count, box])
  // The box below grows when it knows to whom an answer goes, and with what is typed: the newest message stays in sight.
  useEffect(() => {
    const { current } = box
    if (!current) return
    const observer = new ResizeObserver(() => {
      if (isFollowing.current) current.scrollTop = current.scrollHeight
      height.current = current.clientHeight
    })
    observer.observe(current)
    return () => observer.disconnect()
  }, [box])
  const onScroll = (): void => {
    const { current } = box
    // What moves because the box has another size is nobody's scrolling.
    if (!current || current.clientHeight !== height.current) return
    isFollowing.current = current.scrollHeight - current.scrollTop - current.clientHeight < followPx
  }
  return (
    <div className="talk-messages" ref={box} onScroll={onScroll} role="log" tabIndex={0} aria-label={t('messages')}>
      {conversationOf(detail.events).map((item) =>
        item.kind === 'steps' ? <StepsLine key={item.id} steps={item} /> : <Bubble key={item.id} message={item} />,
      )}
    </div>
  )
}

/** The way to the ticket; where there is little room its words are fewer. */
function TicketLink({ ticketId }: { ticketId: number }) {
  const t = useTranslations('conversations')
  const app = useTranslations('app')
  const { tenantId } = useTenant()
  return (
    <Button
      component="a"
      size="xs"
      variant="default"
      href={panelLink('ticket', { system: tenantId, ticket_id: ticketId })}
      target="_blank"
      rel="noreferrer"
      rightSection={<IconArrowUpRight size={14} aria-hidden />}
      className="talk-ticket"
      data-testid="ticket-link"
    >
      <span className="wide-only">{t('answerInThulium', { n: ticketId })}</span>
      <span className="narrow-only">{t('ticketShort', { n: ticketId })}</span>
      <span className="unseen"> {app('newTab')}</span>
    </Button>
  )
}

interface ConversationProps {
  integrationId: string
  threadId: string
  onBack: () => void
}

export function ConversationView({ integrationId, threadId, onBack }: ConversationProps) {
  const t = useTranslations('conversations')
  const { tenantId, may } = useTenant()
  const { data, error, refetch } = useConversation(integrationId, threadId)
  const [shows, setShows] = useState<'messages' | 'details'>('messages')
  const title = useRef<HTMLHeadingElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const isThere = data !== undefined
  useEffect(() => {
    if (isThere) title.current?.focus()
  }, [isThere])
  const links = data && panelLinks(tenantId, data)
  const open = (href: string | undefined): void => {
    if (href !== undefined) window.open(href, '_blank', 'noreferrer')
  }
  const write = (kind: 'answer' | 'comment'): void => {
    changeDraft(`${tenantId}/${integrationId}/${threadId}`, { kind })
    field.current?.focus()
  }
  // Wherever the focus is: after a jump it may still be where the jump began.
  useKeys({
    r: () => write('answer'),
    c: () => write('comment'),
    o: () => open(links?.order),
    t: () => open(links?.ticket),
    e: () => open(links?.conversation),
  })
  const back = (
    <Button
      className="phone-only"
      variant="subtle"
      size="compact-sm"
      leftSection={<IconArrowLeft size={16} aria-hidden />}
      onClick={onBack}
    >
      {t('backToList')}
    </Button>
  )
  if (!data)
    return (
      <section className="talk-none">
        {back}
        {error ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />}
      </section>
    )
  const other = shows === 'messages' ? 'details' : 'messages'
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    const { target } = event
    if (event.key !== 'Escape' || event.ctrlKey || event.metaKey || event.altKey) return
    if (target === field.current) title.current?.focus()
    if (isTyped(target)) return
    event.preventDefault()
    onBack()
  }
  return (
    <section className="talk" data-shows={shows} aria-labelledby="talk-title" onKeyDown={onKey}>
      <div className="talk-head">
        {back}
        <div className="talk-title">
          <Title order={2} size="h4" id="talk-title" tabIndex={-1} ref={title}>
            {data.subject === '' ? t('noSubject') : data.subject}
          </Title>
          <NextMark row={data} />
        </div>
        <Button className="narrow-only talk-other" variant="default" size="xs" onClick={() => setShows(other)}>
          {t(other)}
        </Button>
        {data.ticketId !== null && <TicketLink ticketId={data.ticketId} />}
      </div>
      <Messages detail={data} box={box} />
      <Side detail={data} />
      {may('operate') && (
        <AnswerBox
          detail={data}
          field={field}
          onShowNewest={() => box.current?.scrollTo({ top: box.current.scrollHeight })}
        />
      )}
    </section>
  )
}
