import type { useTranslations } from 'use-intl'

/** Said each time that it is shown: the language may change while it stands there. */
export type Words = (t: ReturnType<typeof useTranslations<never>>) => string
