import { useTranslations } from 'use-intl'
import { useLocale } from 'use-intl'
import type { TimelineEvent } from '../api/queries.ts'
import { isRecord, listOf, words } from './facts.ts'

interface EventWords {
  title: string
  notes: string[]
}

type Translate = ReturnType<typeof useTranslations<'events'>>
type Key = Parameters<Translate['has']>[0]

/** What happened, in words for people. @param about what the write is called whose fate it tells */
export function eventWords({ type, data, readers }: TimelineEvent, about: string, t: Translate): EventWords {
  const n = words(data['ticketId'])
  // `adopted` and `observed`: found done when looked up, or seen in a look at the other side.
  const isDone = data['how'] === 'done'
  const what = about === '' ? words(data['effectKey']).split(':').slice(0, 2).join(':') : lowerFirst(about)
  const say = (title: string, ...notes: string[]): EventWords => ({ title, notes: notes.filter((note) => note !== '') })
  const or = (key: string, otherwise: Key): string =>
    t.has(key as Key) ? t(key as 'order', { order: '' }) : t(otherwise as 'other', { type })
  const name = words(data['name'])
  switch (type) {
    case 'MessageReceived':
      return say(or(`message.${words(data['author'])}`, 'message.unknown'))
    case 'OrderRecorded':
      return say(t('order', { order: words(data['orderId']) }))
    case 'CustomerLinked': {
      const number = { n: words(data['thuliumCustomerId']) }
      const found = data['found']
      const hits = Number(data['hits'])
      const title =
        found === 'created'
          ? t('customer.created', number)
          : found === 'adopted'
            ? t('customer.adopted', number)
            : t('customer.existing', number)
      return say(title, hits > 1 ? t('customer.hits', { hits }) : '')
    }
    case 'CustomerNamed':
      return say(data['named'] === true ? t('customer.named') : t('customer.kept'))
    case 'CustomerLeftOutside':
      return data['refused'] === undefined
        ? say(t('customer.outside'))
        : say(t('customer.refused'), words(data['refused']))
    case 'TicketUpdated':
      return say(t('ticket.updated'), listOf(data['fields']).map(words).join(', '))
    case 'TicketCreated':
      return say(isDone ? t('ticket.done', { n }) : t('ticket.found', { n }))
    case 'MessageMirrored':
      return say(isDone ? t('mirrored.done', { n }) : t('mirrored.found', { n }))
    case 'ReplyRequested':
      return say(data['writtenIn'] === 'console' ? t('replyHere') : t('reply'), words(data['agentLogin']))
    case 'ReplySent':
      return say(isDone ? or(`sent.${words(readers)}`, 'sent.done') : t('sent.found'))
    case 'CommentWritten':
      return say(t('commentHere'), words(data['writtenBy']), words(data['text']))
    case 'ReplyCorrected':
      return say(t('corrected'), words(data['text']))
    case 'ReplyRefused':
      return say(or(`refused.${words(data['reason'])}`, 'refused.unknown'))
    case 'TicketLost':
      return say(
        data['reason'] === 'merged' ? t('ticket.merged', { n }) : t('ticket.deleted', { n }),
        data['mergedInto'] === undefined ? '' : t('ticket.follows', { n: words(data['mergedInto']) }),
      )
    case 'TicketReopenRequested':
      return say(t('ticket.closed', { n }))
    case 'TicketReopened':
      return say(isDone ? t('ticket.opened', { n }) : t('ticket.wasOpen', { n }))
    case 'ReplyClockChanged':
      return say(data['shopReplyNeededSince'] === null ? t('clock.stopped') : t('clock.runs'))
    case 'ConversationRouted': {
      const rule = isRecord(data['rule']) ? words(data['rule']['name']) : ''
      return say(
        rule === '' ? t('routed.none') : t('routed.rule', { name: rule }),
        listOf(data['tags']).map(words).join(', '),
      )
    }
    case 'AutoReplyRequested':
      return say(t('auto.requested', { name }))
    case 'AutoReplySent':
      return say(isDone ? t('auto.sent') : t('auto.found'))
    case 'AutoReplySkipped':
      return say(or(`auto.${words(data['reason'])}`, 'auto.unknown'))
    case 'AttachmentRelayed':
      if (data['direction'] === 'to-empikplace') return say(t(`fileSent.${readers ?? 'unknown'}`, { name }))
      return say(data['as'] === 'link' ? t('file.link', { name }) : t('file.ticket', { name }))
    case 'AttachmentUnavailable': {
      const [direction, reason] = [words(data['direction']), words(data['reason'])]
      return say(t('file.unavailable', { name }), or(`fileWhy.${direction}.${reason}`, 'fileWhy.unknown'))
    }
    case 'CommentAdded':
      return say(t('comment', { n }))
    case 'EffectParked':
      return say(t('parked', { what }), words(data['message']), t('parkedTries', { n: words(data['attempts']) }))
    case 'BuyerErased': {
      const stopped = listOf(data['stopped']).length
      return say(t('erased'), stopped === 0 ? '' : t('erasedStopped', { n: String(stopped) }))
    }
    case 'EffectResolved':
      return say(data['resolution'] === 'retry' ? t('retry', { what }) : t('dismiss', { what }), words(data['reason']))
    default:
      // One sentence, by the name of the event, tells what has nothing to fill in.
      return say(or(`plain.${type}`, 'other'))
  }
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** Tells an event in the language of the page. */
export function useEventWords(): (event: TimelineEvent) => EventWords {
  const t = useTranslations('events')
  const language = useLocale()
  return (event) => eventWords(event, event.about?.[language] ?? '', t)
}
