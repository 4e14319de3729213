import type { OutputOf } from '../../shared/channels/channel.ts'
import type { ShellContract } from '../../shared/channels/shell.ts'
import type { Backend } from './backend.ts'
import { useShellAnswer } from './use-shell-answer.ts'

/** What the administrator settled, as far as a page may know. */
export type ShownPolicy = OutputOf<ShellContract['policy.describe']>

const describePolicy = (shell: Backend['shell'], signal: AbortSignal) =>
  shell.call('policy.describe', {}, { signal })

/** The policy in force; null until the shell has told. */
export const usePolicy = (): ShownPolicy | null => useShellAnswer(describePolicy)
