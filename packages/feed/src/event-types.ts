import type { DomainEvent, EventName } from '@connector/domain/events'
import { stableId } from '@connector/domain/words'
import { z } from 'zod'
import { count, how, id, side, state, time, yes } from './words.ts'

type DataOf<N extends EventName> = Extract<DomainEvent, { type: N }>['data']

interface FeedType<N extends EventName, S extends z.ZodObject> {
  /** Grows when a field changes its meaning or goes; a further field is no new version. */
  version: number
  summary: string
  schema: S
  of: (data: DataOf<N>) => z.input<S>
}

/** For the compiler alone: what of an event of that name is published. */
const about =
  <N extends EventName>() =>
  <S extends z.ZodObject>(row: FeedType<N, S>): FeedType<N, S> =>
    row

const nothing = z.strictObject({})
const messageId = id('The message at EmpikPlace.')
const replyId = count('The agent’s reply: its id in Thulium, below zero for one that was written in the console.')
const ticketId = count('The ticket in Thulium.')
const effectId = id('The write to the outside that it is about; the same in all events about it.')

/** Thulium gives times without the zone's letter now and then; what is no instant in UTC is left out. */
const timeOr = (value: string | undefined) =>
  value !== undefined && z.iso.datetime().safeParse(value).success ? value : undefined

/** Every event of the feed, by the name of the event of the log that it is made from. */
export const feedTypes = {
  MessageReceived: about<'MessageReceived'>()({
    version: 1,
    summary: 'A message was seen in a conversation at EmpikPlace.',
    schema: z.strictObject({
      messageId,
      author: state(['customer', 'seller', 'operator', 'unknown'], 'Who wrote it.'),
      sentAt: time('When, by EmpikPlace’s clock.').optional(),
      files: count('How many files it carries.'),
      opensTicket: yes('Whether it is a reason to open a ticket.'),
    }),
    of: (data) => ({
      messageId: data.messageId,
      author: data.author,
      sentAt: timeOr(data.sentAt),
      files: data.attachments.length,
      opensTicket: data.opensTicket,
    }),
  }),
  ReplyClockChanged: about<'ReplyClockChanged'>()({
    version: 1,
    summary: 'The buyer began to wait for an answer, or waits no more, without a message of the conversation.',
    schema: z.strictObject({ waitsSince: time('Absent when nobody waits.').optional() }),
    of: (data) => ({ waitsSince: timeOr(data.shopReplyNeededSince ?? undefined) }),
  }),
  OrderRecorded: about<'OrderRecorded'>()({
    version: 1,
    summary: 'The order of a conversation became known, or changed.',
    schema: z.strictObject({ orderId: id('The order at EmpikPlace.'), state: id('Its state, in EmpikPlace’s word.') }),
    of: ({ orderId, state: word }) => ({ orderId, state: word }),
  }),
  CustomerLinked: about<'CustomerLinked'>()({
    version: 1,
    summary: 'The buyer of a conversation has a record in the CRM.',
    schema: z.strictObject({
      crmCustomerId: count('The record in Thulium.'),
      found: state(['existing', 'created', 'adopted'], 'How it came to be.'),
    }),
    of: (data) => ({ crmCustomerId: data.thuliumCustomerId, found: data.found }),
  }),
  TicketCreated: about<'TicketCreated'>()({
    version: 1,
    summary: 'A conversation has a ticket in Thulium.',
    schema: z.strictObject({ ticketId, messageId, how }),
    of: (data) => ({ ticketId: data.ticketId, messageId: data.messageId, how: data.how }),
  }),
  TicketLost: about<'TicketLost'>()({
    version: 1,
    summary: 'The ticket was deleted or merged by an agent.',
    schema: z.strictObject({
      ticketId,
      reason: state(['deleted', 'merged'], 'What became of it.'),
      mergedInto: count('The ticket that took its place.').optional(),
    }),
    of: (data) => ({ ticketId: data.ticketId, reason: data.reason, mergedInto: data.mergedInto }),
  }),
  TicketReopened: about<'TicketReopened'>()({
    version: 1,
    summary: 'A closed ticket is open again because the buyer wrote.',
    schema: z.strictObject({ ticketId, how }),
    of: (data) => ({ ticketId: data.ticketId, how: data.how }),
  }),
  MessageMirrored: about<'MessageMirrored'>()({
    version: 1,
    summary: 'A message of EmpikPlace stands in the ticket.',
    schema: z.strictObject({ messageId, ticketId, how }),
    of: (data) => ({ messageId: data.messageId, ticketId: data.ticketId, how: data.how }),
  }),
  ReplyRequested: about<'ReplyRequested'>()({
    version: 1,
    summary: 'An agent answered; the reply is on its way to EmpikPlace.',
    schema: z.strictObject({
      replyId,
      ticketId,
      writtenAt: time('When he wrote it, where Thulium told.').optional(),
      sendAt: time('Not before then; it can be taken back until then.').optional(),
      files: count('How many files it carries.'),
    }),
    of: (data) => ({
      replyId: data.thuliumMessageId,
      ticketId: data.ticketId,
      writtenAt: timeOr(data.writtenAt),
      sendAt: timeOr(data.sendAt),
      files: data.attachmentNames.length,
    }),
  }),
  ReplySent: about<'ReplySent'>()({
    version: 1,
    summary: 'The reply is at EmpikPlace.',
    schema: z.strictObject({ replyId, messageId, how }),
    of: (data) => ({ replyId: data.thuliumMessageId, messageId: data.messageId, how: data.how }),
  }),
  ReplyRefused: about<'ReplyRefused'>()({
    version: 1,
    summary: 'The reply is not sent; the agent reads why in the ticket.',
    schema: z.strictObject({ replyId, reason: id('Why, in one word: too-short, too-long, moved, …') }),
    of: (data) => ({ replyId: data.thuliumMessageId, reason: data.reason }),
  }),
  ReplyWithdrawn: about<'ReplyWithdrawn'>()({
    version: 1,
    summary: 'Whoever wrote the reply took it back before it was sent.',
    schema: z.strictObject({ replyId }),
    of: (data) => ({ replyId: data.thuliumMessageId }),
  }),
  AutoReplySent: about<'AutoReplySent'>()({
    version: 1,
    summary: 'An automatic answer is at EmpikPlace.',
    schema: z.strictObject({
      autoReplyId: id('The automatic answer of the settings.'),
      answers: id('The message that it answers.'),
      messageId,
      sentAt: time('When.').optional(),
      how,
    }),
    of: ({ autoReplyId, answers, messageId: sent, sentAt, how: way }) => ({
      autoReplyId,
      answers,
      messageId: sent,
      sentAt: timeOr(sentAt),
      how: way,
    }),
  }),
  AutoReplySkipped: about<'AutoReplySkipped'>()({
    version: 1,
    summary: 'An automatic answer was not needed any more.',
    schema: z.strictObject({
      autoReplyId: id('The automatic answer of the settings.'),
      answers: id('The message that it would have answered.'),
      reason: state(['answered', 'too-late', 'withdrawn'], 'Why.'),
    }),
    of: ({ autoReplyId, answers, reason }) => ({ autoReplyId, answers, reason }),
  }),
  AttachmentRelayed: about<'AttachmentRelayed'>()({
    version: 1,
    summary: 'A file reached the other side.',
    schema: z.strictObject({
      direction: state(['to-thulium', 'to-empikplace'], 'Where it went.'),
      bytes: count('Its size.'),
      as: state(['file', 'link'], 'How the other side has it.'),
      how,
    }),
    of: ({ direction, bytes, as, how: way }) => ({ direction, bytes, as, how: way }),
  }),
  AttachmentUnavailable: about<'AttachmentUnavailable'>()({
    version: 1,
    summary: 'A file does not reach the other side; the ticket says so.',
    schema: z.strictObject({
      direction: state(['to-thulium', 'to-empikplace'], 'Where it should have gone.'),
      reason: id('Why, in one word: gone, over-limit, …'),
    }),
    of: ({ direction, reason }) => ({ direction, reason }),
  }),
  EffectParked: about<'EffectParked'>()({
    version: 1,
    summary: 'A write to the outside needs a person.',
    schema: z.strictObject({
      effectId,
      kind: id('The kind of the write.'),
      code: id('Why, as in docs/errors.md.'),
      attempts: count('How often it was tried.'),
    }),
    of: ({ effectKey, kind, code, attempts }) => ({ effectId: stableId(effectKey), kind, code, attempts }),
  }),
  EffectResolved: about<'EffectResolved'>()({
    version: 1,
    summary: 'A person decided what becomes of a parked write.',
    schema: z.strictObject({ effectId, resolution: state(['retry', 'dismiss'], 'What was decided.') }),
    of: ({ effectKey, resolution }) => ({ effectId: stableId(effectKey), resolution }),
  }),
  BuyerErased: about<'BuyerErased'>()({
    version: 1,
    summary: 'What was known of the buyer of a conversation is gone: forget what you keep of it.',
    schema: z.strictObject({ operationId: id('The operation that did it.') }),
    of: ({ operationId }) => ({ operationId }),
  }),
  IntegrationConfigured: about<'IntegrationConfigured'>()({
    version: 1,
    summary: 'An integration has settings, or others.',
    schema: nothing,
    of: () => ({}),
  }),
  CredentialsReplaced: about<'CredentialsReplaced'>()({
    version: 1,
    summary: 'The credentials of a side were replaced.',
    schema: z.strictObject({ side }),
    of: (data) => ({ side: data.side }),
  }),
  IntegrationAuthenticated: about<'IntegrationAuthenticated'>()({
    version: 1,
    summary: 'A side took the credentials.',
    schema: z.strictObject({ side }),
    of: (data) => ({ side: data.side }),
  }),
  AuthenticationRejected: about<'AuthenticationRejected'>()({
    version: 1,
    summary: 'A side refused the credentials.',
    schema: z.strictObject({ side }),
    of: (data) => ({ side: data.side }),
  }),
  IntegrationStarted: about<'IntegrationStarted'>()({
    version: 1,
    summary: 'The integration runs.',
    schema: nothing,
    of: () => ({}),
  }),
  IntegrationStopped: about<'IntegrationStopped'>()({
    version: 1,
    summary: 'The integration rests.',
    schema: z.strictObject({ reason: state(['requested', 'credentials-rejected'], 'Why.') }),
    of: ({ reason }) => ({ reason }),
  }),
  IntegrationDeleted: about<'IntegrationDeleted'>()({
    version: 1,
    summary: 'The integration was taken away.',
    schema: nothing,
    of: () => ({}),
  }),
  InputUnreadable: about<'InputUnreadable'>()({
    version: 1,
    summary: 'A side showed something that could not be read; it is kept, and operators are told.',
    schema: z.strictObject({ side }),
    of: (data) => ({ side: data.side }),
  }),
}

export type FeedName = keyof typeof feedTypes

export const isPublished = (type: string): type is FeedName => Object.hasOwn(feedTypes, type)

/** Steps on the way, texts and what is no integration's. A new event is put here or above. */
export const notPublished = [
  ...['ConversationRouted', 'CustomerNamed', 'CustomerLeftOutside', 'CustomerAdditionRequested'],
  ...['TicketUpdated', 'TicketReopenRequested', 'CommentAdded', 'CommentWritten', 'ReplyCorrected'],
  ...['AutoReplyRequested', 'FieldMissing', 'FieldFound'],
  ...[
    'ThuliumConnected',
    'ThuliumCredentialsReplaced',
    'TenantPaused',
    'TenantResumed',
    'RetentionSet',
    'TenantDeleted',
  ],
  ...['OperationRequested', 'OperationProgressed', 'OperationFinished', 'OperationCancelled', 'OperationFailed'],
]
