import { useEffect, useState } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { components, operations } from '@connector/api-client'
import { ask, client } from '../../api/client.ts'
import type { ConversationDetail } from '../../api/queries.ts'
import { useTenant } from '../../app/tenant.ts'

export type Answer = NonNullable<operations['writeAnswer']['requestBody']>['content']['application/json']
export type Preview = components['schemas']['AnswerPreview']

export interface Place {
  tenantId: string
  integrationId: string
  threadId: string
}

const base = '/api/tenants/{tenantId}/integrations/{integrationId}/conversations/{threadId}'

export const writeAnswer = (path: Place, body: Answer, key: string) =>
  ask(client.POST(`${base}/answers` as const, { params: { path, header: { 'Idempotency-Key': key } }, body }))

export const writeComment = (path: Place, text: string, key: string) =>
  ask(
    client.POST(`${base}/comments` as const, {
      params: { path, header: { 'Idempotency-Key': key } },
      body: { text },
    }),
  )

export const withdrawAnswer = (path: Place, answerId: string) =>
  ask(client.POST(`${base}/answers/{answerId}/withdraw` as const, { params: { path: { ...path, answerId } } }))

/** What follows the comma of a data address. */
const inBase64 = (file: File): Promise<string> =>
  new Promise((done, fail) => {
    const reader = new FileReader()
    reader.onload = () => done(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,/, '') : '')
    reader.onerror = () => fail(reader.error ?? new Error('Not readable'))
    reader.readAsDataURL(file)
  })

export async function handOver(path: Place, fileId: string, file: File): Promise<void> {
  const contentType = /^[\w.+-]+\/[\w.+-]+$/.test(file.type) ? file.type : 'application/octet-stream'
  const body = { name: file.name, contentType, content: await inBase64(file) }
  await ask(client.PUT(`${base}/files/{fileId}` as const, { params: { path: { ...path, fileId } }, body }))
}

interface Asked {
  text: string
  to: Answer['to'] | undefined
  read: string | undefined
}

/** How the answer would go out, by the code that sends it; asked again whenever something happened in the conversation. */
export function usePreview({ integrationId, threadId, events }: ConversationDetail, { text, to, read }: Asked) {
  const { tenantId, may } = useTenant()
  const path = { tenantId, integrationId, threadId }
  const { data } = useQuery({
    queryKey: ['answer-preview', path, text, to, read, events.length],
    enabled: may('operate'),
    placeholderData: keepPreviousData,
    queryFn: () =>
      ask(
        client.POST(`${base}/answers/preview` as const, {
          params: { path },
          body: {
            text,
            ...(to === undefined ? {} : { to }),
            ...(read === undefined ? {} : { read }),
          },
        }),
      ),
  })
  // While the server cannot be asked, what it said last holds: whoever writes is not kept from sending.
  const [last, setLast] = useState<Preview>()
  useEffect(() => {
    if (data) setLast(data)
  }, [data])
  return data ?? last
}
