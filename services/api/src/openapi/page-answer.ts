/** For `unchecked`: an answer that is a page for people. */
export const pageAnswer = (description: string) => ({
  description,
  content: { 'text/html': { schema: { type: 'string' as const } } },
})
