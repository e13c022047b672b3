import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { escapeHtml } from '../records/message-text.ts'
import type { PanelFile } from '../agent/replies.ts'
import type { PanelParts } from './parts.ts'

type Params = { system: string; id: string }
type Form = { fields: Record<string, string>; files: PanelFile[] }
type Act = (target: { system: string; ticketId: number; login: string }, form: Form, params: Params) => void

/** What the buttons of the page do. Every form is multipart, because an answer may carry files. */
export function registerPanelForms(app: FastifyInstance, { stores, controls }: PanelParts): void {
  const onSubmit = (path: string, act: Act): void => {
    app.post<{ Params: Params }>(`/:system/tickets/:id/${path}`, async (request, reply): Promise<FastifyReply> => {
      const form = await readForm(request)
      const { system, id } = request.params
      act({ system, ticketId: Number(id), login: form.fields['login'] ?? '' }, form, request.params)
      return reply.redirect(`/${system}/tickets/${id}`, 303)
    })
  }

  onSubmit('entries', (target, { fields, files }) => {
    const text = (fields['text'] ?? '').trim()
    if (text === '') throw new RangeError('treść jest pusta')
    if (fields['kind'] === 'comment') {
      controls.agentComments({ ...target, text })
      return
    }
    const agent = stores.get(target.system)?.agent(target.login)
    const decorated = fields['decorated'] === 'yes'
    controls.agentReplies({
      ...target,
      html: paragraphs(text),
      attachments: files,
      quote: decorated,
      ...(decorated && agent ? { signature: escapeHtml(`${agent.name} ${agent.surname}`) } : {}),
    })
  })
  onSubmit('status', (target, { fields }) => {
    const [statusId, substatusId] = (fields['status'] ?? '').split('-').map(Number)
    if (statusId === undefined) throw new RangeError('nie wybrano statusu')
    controls.changeTicket({ ...target, statusId, ...(substatusId === undefined ? {} : { substatusId }) })
  })
  onSubmit('close', (target) => controls.closeTicket(target))
  onSubmit('reopen', (target) => controls.reopenTicket(target))
  onSubmit('cancel', (target, { fields }) => controls.cancelReply({ ...target, messageId: Number(fields['message']) }))
}

/** What an editor makes of typed text: paragraphs and line breaks. */
function paragraphs(text: string): string {
  return text
    .split(/\r?\n\s*\r?\n/)
    .map((part) => `<p>${escapeHtml(part).replace(/\r?\n/g, '<br />')}</p>`)
    .join('\n')
}

async function readForm(request: FastifyRequest): Promise<Form> {
  const form: Form = { fields: {}, files: [] }
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      if (typeof part.value === 'string') form.fields[part.fieldname] = part.value
      continue
    }
    const content = await part.toBuffer()
    // A file field left empty arrives as a nameless file of no bytes.
    if (part.filename !== '') form.files.push({ filename: part.filename, content })
  }
  return form
}
