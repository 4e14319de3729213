import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { loadFacesSoon } from './load-faces.ts'
import { installMarkupPolicy } from './markup-policy.ts'

installMarkupPolicy()
const root = document.querySelector('#root')
if (root) createRoot(root).render(<App />)
loadFacesSoon()
