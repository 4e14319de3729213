/** Opens an archive for writing, which brings it to the newest schema; says when it begins. */
import { openForWriting } from '../../electron/core/db/open.ts'
import { openSystemClock } from '../../electron/core/system/clock.ts'

process.stdout.write('begins\n')
const opened = openForWriting(process.argv[2] ?? '', 'Officier', openSystemClock())
if (!opened.ok) throw new Error(opened.failure.kind)
opened.value.close()
