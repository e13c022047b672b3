import { setTimeout as delay } from 'node:timers/promises'
import type { WebhookSubscription } from '../model/model.ts'
import type { SystemStore } from '../systems/system-store.ts'

type Fields = Record<string, string | number | null>
type Event = { store: SystemStore; action: string; fields: Fields }

const answerWithinMs = 5000
const betweenTriesMs = 100

/** Posts events to the subscriptions of their system. Nothing waits for it; `settled` waits until nothing is under way. */
export class WebhookSender {
  readonly #underWay = new Set<Promise<void>>()
  readonly #held = new Map<SystemStore, Event>()
  readonly #stop = new AbortController()

  emit(store: SystemStore, action: string, fields: Fields): void {
    const event = { store, action, fields }
    switch (store.rule('webhookDelivery')) {
      case 'never':
        return
      case 'once':
        this.#start([event])
        return
      case 'duplicate':
        this.#start([event, event])
        return
      case 'out-of-order': {
        const held = this.#held.get(store)
        if (held) {
          this.#held.delete(store)
          this.#start([event, held])
        } else {
          this.#held.set(store, event)
        }
      }
    }
  }

  /** Delivers what was held back to come out of order. */
  flush(): void {
    const held = [...this.#held.values()]
    this.#held.clear()
    this.#start(held)
  }

  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay)
  }

  async close(): Promise<void> {
    this.#stop.abort()
    await this.settled()
  }

  #start(events: Event[]): void {
    const run = this.#deliverInOrder(events).finally(() => this.#underWay.delete(run))
    this.#underWay.add(run)
  }

  async #deliverInOrder(events: Event[]): Promise<void> {
    for (const event of events) {
      const subscribed = event.store.webhooks.filter((webhook) => webhook.actions.includes(event.action))
      for (const subscription of subscribed) await this.#deliver(event, subscription)
    }
  }

  async #deliver({ store, action, fields }: Event, subscription: WebhookSubscription): Promise<void> {
    const tries = store.rule('webhookRetry') === 'three-tries' ? 3 : 1
    for (let attempt = 1; attempt <= tries && !this.#stop.signal.aborted; attempt += 1) {
      const outcome = await this.#post(store, action, fields, subscription)
      store.deliveries.push({
        subscriptionId: subscription.id,
        action,
        url: subscription.subscriptionUrl,
        attempt,
        outcome,
      })
      if (typeof outcome === 'number' && outcome >= 200 && outcome < 300) return
      if (attempt < tries) await delay(betweenTriesMs)
    }
  }

  async #post(store: SystemStore, action: string, fields: Fields, to: WebhookSubscription): Promise<number | string> {
    const asForm = store.rule('webhookEncoding') === 'form'
    const headers: Record<string, string> = {
      'content-type': asForm ? 'application/x-www-form-urlencoded' : 'application/json',
    }
    if (to.httpAuthUser !== null && to.httpAuthUser !== '') {
      const credentials = `${to.httpAuthUser}:${to.httpAuthPassword ?? ''}`
      headers['authorization'] = `Basic ${Buffer.from(credentials).toString('base64')}`
    }
    const all: Fields = { action, ...fields }
    // As observed on a live tenant: in the form every value is text and an empty one is the word null.
    const texts = Object.fromEntries(
      Object.entries(all).map(([name, value]) => [name, value === null ? 'null' : value.toString()]),
    )
    const body = asForm ? new URLSearchParams(texts).toString() : JSON.stringify(all)
    const signal = AbortSignal.any([this.#stop.signal, AbortSignal.timeout(answerWithinMs)])
    try {
      const answer = await fetch(to.subscriptionUrl, { method: 'POST', headers, body, signal, redirect: 'manual' })
      await answer.body?.cancel()
      return answer.status
    } catch (error) {
      return error instanceof Error ? error.message : 'failed'
    }
  }
}
