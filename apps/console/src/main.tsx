import './styles.ts'
import { createRoot } from 'react-dom/client'
import { takeLaunch } from './api/session.ts'
import { App } from './app/app.tsx'

takeLaunch()
const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
