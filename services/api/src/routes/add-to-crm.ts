import { CommandRefused } from '@connector/domain/integration'
import type { ConversationRef } from '@connector/domain/words'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { causeOf } from '../authentication/cause.ts'
import type { App, RouteDeps } from './deps.ts'
import { additionOf, requestAddition } from '../reads/customer-addition.ts'
import { catalogue } from '../errors/catalogue.ts'
import { translateError } from '../errors/translate.ts'
import { pageAnswer } from '../openapi/page-answer.ts'
import { addToCrmPage, linkBroken, linkExpired, notNow, shopGone } from '../pages/add-to-crm.ts'
import { sendPage, type Page } from '../pages/page.ts'
import { conversationParams, linkToken } from '../schemas/views.ts'

const url = '/add-to-crm/:token'
const params = z.object({ token: linkToken })

const instead = {
  404: pageAnswer('A page: the link is not ours.'),
  410: pageAnswer('A page: the link has expired, or the shop is no longer connected.'),
  503: pageAnswer('A page: the database cannot be reached.'),
}

const shown = {
  operationId: 'showAddToCrm',
  tags: ['Links'],
  summary: 'Show what adding a buyer would do',
  description: 'The page that a link in a ticket leads to. It changes nothing.',
  unchecked: { 200: pageAnswer('The page with its button, or what has become of the wish.'), ...instead },
  params,
}

const pressed = {
  operationId: 'pressAddToCrm',
  tags: ['Links'],
  summary: 'Add the buyer to the CRM',
  description: 'The button of the page. It leads back to the page, which then says what has become of it.',
  unchecked: { 303: { description: 'To the page.' }, ...instead },
  params,
}

/** A form without fields still comes with a body of this type, though an empty one. */
const formType = 'application/x-www-form-urlencoded'

/**
 * `/add-to-crm/:token`: a page that a link in a ticket leads to. `GET` shows what would be created and changes nothing;
 * its button, a `POST`, asks for it.
 */
export function registerAddToCrm(app: App, deps: RouteDeps): void {
  /** The conversation a link is about, or what to show instead. */
  function open(token: string): { ref: ConversationRef } | { instead: Page } {
    const link = deps.links.read('add-to-crm', token, deps.now())
    if (link.outcome === 'expired') return { instead: linkExpired }
    const ref = link.outcome === 'valid' ? conversationParams.safeParse(link.payload) : undefined
    return ref?.success ? { ref: ref.data } : { instead: linkBroken }
  }

  /** People see what comes from here, not programs. */
  function explain(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const { code } = translateError(error)
    if (code === 'integration.unknown' || code === 'tenant.unknown') {
      void sendPage(reply, shopGone)
      return
    }
    if (catalogue[code].status !== 503) throw error
    deps.logger.error({ requestId: request.id, route: request.routeOptions.url, code, error }, 'The request failed')
    void sendPage(reply, notNow)
  }

  void app.register((scope: App, _options, done) => {
    scope.setErrorHandler(explain)
    scope.addContentTypeParser(formType, { parseAs: 'string' }, (_request, _body, parsed) => parsed(null, undefined))

    scope.get(
      url,
      { config: { scope: 'public', linkedFromOutside: true, audit: 'conversation-read' }, schema: shown },
      async (request, reply) => {
        const opened = open(request.params.token)
        if ('instead' in opened) return sendPage(reply, opened.instead)
        request.audited = opened.ref
        return sendPage(reply, addToCrmPage(await additionOf(deps, opened.ref)))
      },
    )

    scope.post(url, { config: { scope: 'public', audit: 'buyer-added' }, schema: pressed }, async (request, reply) => {
      const opened = open(request.params.token)
      if ('instead' in opened) return sendPage(reply, opened.instead)
      request.audited = opened.ref
      await deps.directory.integration(opened.ref)
      try {
        await requestAddition(deps, opened.ref, 'ticket-link', causeOf(request))
      } catch (error) {
        // The page says it in the person's language.
        if (!(error instanceof CommandRefused)) throw error
      }
      // Reading the page again must not press the button again.
      return reply.redirect(request.url, 303)
    })
    done()
  })
}
