import type { ItemOf } from '../../shared/channels/channel.ts'
import type { ShellContract } from '../../shared/channels/shell.ts'
import { useStream } from './use-stream.ts'

/** Something the shell tells its page unasked. */
export type WindowNotice = ItemOf<ShellContract['shell.watch']>

/** Hears what the shell tells its page: a file that was opened, and that the window closes. */
export function useWindowNotices(onNotice: (notice: WindowNotice) => void): void {
  useStream(({ shell }, options) => shell.stream('shell.watch', {}, options), onNotice)
}
