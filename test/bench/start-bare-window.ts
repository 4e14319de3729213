/** Has Chromium open one line from a process of Node, and prints when it was painted. See start.ts. */
import { chromium } from 'playwright-core'
import { paintOf, watchPaint } from './first-paint.ts'

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
const display = await browser.newContext()
await watchPaint(display)
const page = await display.newPage()
const script = 'document.body.innerHTML = "<p id=bare>Fonds</p>"'
await page.goto(`data:text/html,<body></body><script>${script}</script>`)
process.stdout.write(`${await paintOf(page)}\n`)
await browser.close()
process.exit(0)
