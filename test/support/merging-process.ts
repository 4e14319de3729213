/** Merges a file of annotations into an archive, saying when it begins and when it is done. */
import { readFileSync } from 'node:fs'
import { unpackBundle } from '../../electron/core/annotations/bundle.ts'
import { mergeIncoming } from '../../electron/core/annotations/merge.ts'
import { openForWriting } from '../../electron/core/db/open.ts'
import { openSystemClock } from '../../electron/core/system/clock.ts'

const [, , archivePath = '', bundlePath = ''] = process.argv
const clock = openSystemClock()
const opened = openForWriting(archivePath, 'bea', clock)
const bundle = await unpackBundle(readFileSync(bundlePath))
if (!opened.ok || !bundle.ok) throw new Error('nothing to merge')
process.stdout.write('begin\n')
mergeIncoming(
  opened.value.archive,
  { clock, actor: 'bea', device: 'bea-pc' },
  { ...bundle.value, source: 'bundle' },
)
process.stdout.write('done\n')
opened.value.close()
