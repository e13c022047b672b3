import { useState } from 'react'
import { Button, Group } from '@mantine/core'
import { IconLock, IconPaperclip } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { useTimes } from '../texts/times.ts'
import type { Message, Party } from './messages.ts'

/** A longer text is folded; a message may have 50 000 characters. */
const foldedAt = 1_200

const toKeys = { customer: 'toCustomer', seller: 'shop', operator: 'toOperator', unknown: 'unknown' } as const

function Text({ text }: { text: string }) {
  const t = useTranslations('conversations')
  const [isOpen, setOpen] = useState(false)
  if (text === '') return <p className="quiet">{t('noText')}</p>
  const isLong = text.length > foldedAt
  // Cut between characters, never inside one.
  const start = isLong ? `${Array.from(text.slice(0, foldedAt)).slice(0, -1).join('').trimEnd()}…` : text
  return (
    <>
      <div className="as-written">{isOpen ? text : start}</div>
      {isLong && (
        <Button size="compact-xs" variant="subtle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('hideText') : t('showText')}
        </Button>
      )}
    </>
  )
}

function StandsLine({ message: { stands, reason } }: { message: Message }) {
  const t = useTranslations('conversations.stands')
  const all = useTranslations('conversations')
  const events = useTranslations('events')
  const { clock } = useTimes()
  const words =
    stands.at === 'inTicket'
      ? t('inTicket', { n: stands.ticketId })
      : stands.at === 'planned' || stands.at === 'sent'
        ? t(stands.at, { time: clock(stands.time) })
        : t(stands.at)
  const isBad = stands.at === 'refused' || stands.at === 'parked'
  const place = stands.at === 'skipped' ? 'auto' : 'refused'
  const key = `${place}.${reason ?? ''}` as 'refused.too-short'
  const why = reason !== undefined && events.has(key) ? events(key) : undefined
  return (
    <div className={`bubble-foot ${isBad ? 'is-bad' : 'quiet'}`} data-testid="stands" data-at={stands.at}>
      {why ?? words}
      {stands.at === 'parked' && (
        <>
          {' '}
          <Link href="/problemy" className="name-link">
            {all('decide')}
          </Link>
        </>
      )}
    </div>
  )
}

const sideOf = (author: Party): string => (author === 'seller' ? 'ours' : author)

/** One message: who wrote it, to whom, when, and where it stands. */
export function Bubble({ message }: { message: Message }) {
  const t = useTranslations('conversations')
  const { clock, full } = useTimes()
  const { author, name, from, to, writtenAt } = message
  const role = t(`who.${author}`)
  const isUnseen = message.isComment === true || (!to.includes('customer') && author !== 'customer' && to.length > 0)
  return (
    <article
      className="bubble"
      data-side={sideOf(author)}
      data-comment={message.isComment === true ? 'true' : undefined}
      data-testid="message"
    >
      <div className="bubble-head">
        <strong>{message.isComment === true ? t('comment') : role}</strong>
        {name !== '' && name !== role && <span>{from === 'thulium' ? t('from.agent', { name }) : name}</span>}
        {from !== undefined && <span className="quiet">{t(`from.${from}`)}</span>}
        {to.length > 0 && (
          <span className="quiet">{t('to', { names: to.map((one) => t(`who.${toKeys[one]}`)).join(', ') })}</span>
        )}
        <time dateTime={writtenAt} title={full(writtenAt)} className="quiet">
          {clock(writtenAt)}
        </time>
      </div>
      <Text text={message.text} />
      {message.files.map((file) => (
        <Group key={file} gap={4} wrap="nowrap" className="anyhow">
          <IconPaperclip size={16} aria-hidden /> {file}
        </Group>
      ))}
      {message.original !== undefined && (
        <details className="bubble-foot">
          <summary>{t('original')}</summary>
          <div className="as-written">{message.original}</div>
        </details>
      )}
      {isUnseen && (
        <Group gap={4} className="bubble-foot quiet">
          <IconLock size={14} aria-hidden /> {t('hidden')}
        </Group>
      )}
      <StandsLine message={message} />
    </article>
  )
}
