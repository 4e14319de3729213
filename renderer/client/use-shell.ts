import type { OutputOf } from '../../shared/channels/channel.ts'
import type { ShellContract } from '../../shared/channels/shell.ts'
import type { Backend } from './backend.ts'
import { useShellAnswer } from './use-shell-answer.ts'

type Shell = OutputOf<ShellContract['shell.describe']>

const describeShell = (shell: Backend['shell'], signal: AbortSignal) =>
  shell.call('shell.describe', {}, { signal })

/** The shell the window runs in; null until it has told. */
export const useShell = (): Shell | null => useShellAnswer(describeShell)
