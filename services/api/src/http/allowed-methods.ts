import { METHODS } from 'node:http'
import type { FastifyInstance } from 'fastify'
import findMyWay, { type HTTPMethod } from 'find-my-way'

const isMethod = (text: string): text is HTTPMethod => METHODS.includes(text)

/**
 * Looks paths up as fastify does, which itself only tells whether a method and a path go together. Must be installed
 * before the routes.
 * @returns the methods that there are at a path; none where there is nothing
 */
export function collectMethods(app: FastifyInstance, maxParamLength: number): (path: string) => string[] {
  const methods = new Set<HTTPMethod>()
  const router = findMyWay({ maxParamLength })
  app.addHook('onRoute', ({ method, url }) => {
    // Preflights are answered wherever a browser asks.
    if (url === '*') return
    for (const one of [method].flat().filter(isMethod)) {
      methods.add(one)
      router.on(one, url, () => undefined)
    }
  })
  return (path) => [...methods].filter((method) => router.find(method, path) !== null).sort()
}
