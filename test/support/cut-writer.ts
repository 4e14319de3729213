/** Run as a program: writes notes, and tells of each in a file of its own once it is saved. */
import { closeSync, openSync, writeSync } from 'node:fs'
import { createAnnotation, reviseAnnotation } from '../../electron/core/annotations/annotate.ts'
import { openForWriting } from '../../electron/core/db/open.ts'
import { rebuildIndex } from '../../electron/core/search/rebuild-index.ts'
import { addText } from './annotated.ts'
import { aClock } from './archive.ts'

const [archivePath = '', saidPath = '', noteCount = '0', synchronous = 'FULL', key = ''] =
  process.argv.slice(2)
const clock = aClock()
const opened = openForWriting(
  archivePath,
  'Officier',
  clock,
  key === '' ? null : Buffer.from(key, 'hex'),
)
if (!opened.ok) throw new Error(opened.failure.kind)
const { archive: db } = opened.value
db.prepare(`PRAGMA synchronous = ${synchronous}`).run()
// Many small checkpoints, so that the cuts fall into them too.
db.prepare('PRAGMA wal_autocheckpoint = 40').get()
const desk = { clock, actor: 'Officier', device: 'poste' }
const text = 'Le ministre a rappelé les engagements pris à Azilane. '.repeat(60)
const { close } = opened.value
const { versionId } = addText({ db, desk, path: archivePath, shut: close, close }, text)
rebuildIndex(db)
const said = openSync(saidPath, 'w')
process.stdout.write('begins\n')
for (let number = 1; number <= Number(noteCount); number += 1) {
  const place = (number * 37) % 3000
  const made = createAnnotation(db, desk, {
    versionId,
    start: place,
    end: place + 40,
    kind: 'comment',
    body: `note ${number}`,
    tags: [`tag${number % 7}`],
    visibility: 'private',
  })
  if (!made.ok) throw new Error(made.failure.kind)
  if (number % 5 === 0) reviseAnnotation(db, desk, made.value.id, { tags: ['revu'] })
  writeSync(said, `${number}\n`.padStart(12), 0)
}
closeSync(said)
// Not closed: the log stays as a cut would find it.
process.exit(0)
