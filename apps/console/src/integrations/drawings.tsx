import { useTranslations } from 'use-intl'

const box = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 }
const soft = { fill: 'currentColor', opacity: 0.15 }
const mark = { fill: 'none', stroke: 'var(--bad)', strokeWidth: 3 }

/** Where the number of a shop is: our own sketch of the main view of the panel, not a picture of it. */
export function ShopDrawing() {
  const t = useTranslations('integrations.auth')
  return (
    <svg viewBox="0 0 320 150" className="drawing" role="img" aria-label={t('drawingShop')}>
      <rect x="1" y="1" width="318" height="26" {...soft} />
      <text x="12" y="18" fontSize="12" fill="currentColor">
        {t('drawingPanel')}
      </text>
      <circle cx="302" cy="14" r="7" {...box} />
      <rect x="10" y="38" width="60" height="100" {...soft} />
      <text x="86" y="56" fontSize="13" fontWeight="600" fill="currentColor">
        {t('drawingShopName')}
      </text>
      <text x="86" y="78" fontSize="12" fill="currentColor">
        ID: 37001
      </text>
      <rect x="80" y="64" width="74" height="20" rx="4" {...mark} />
      <rect x="86" y="94" width="216" height="10" {...soft} />
      <rect x="86" y="112" width="160" height="10" {...soft} />
    </svg>
  )
}

/** Where the key is: user menu, profile, the tab of the key. */
export function KeyDrawing() {
  const t = useTranslations('integrations.auth')
  return (
    <svg viewBox="0 0 320 150" className="drawing" role="img" aria-label={t('drawingKey')}>
      <rect x="1" y="1" width="318" height="26" {...soft} />
      <circle cx="302" cy="14" r="9" {...mark} />
      <text x="12" y="50" fontSize="13" fontWeight="600" fill="currentColor">
        {t('drawingProfile')}
      </text>
      <rect x="12" y="62" width="80" height="18" {...soft} />
      <rect x="100" y="61" width="74" height="20" rx="4" {...mark} />
      <text x="110" y="75" fontSize="12" fill="currentColor">
        {t('drawingTab')}
      </text>
      <rect x="12" y="94" width="240" height="22" {...box} />
      <text x="20" y="110" fontSize="12" fill="currentColor">
        ••••••••-••••-••••-••••
      </text>
      <rect x="260" y="94" width="46" height="22" rx="4" {...soft} />
    </svg>
  )
}
