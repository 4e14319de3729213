import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { installMarkupPolicy } from './markup-policy.ts'

installMarkupPolicy()
const root = document.querySelector('#root')
if (root) createRoot(root).render(<App />)
