import { EventEmitter } from 'node:events'
import { strict, type Stage } from './stage.ts'

type Answer<T> = (answer: T) => void

/** The rules that the application has set on a session, as the double asks them. */
interface SessionRules {
  answerRequest: ((request: Request) => Response | Promise<Response>) | undefined
  beforeRequest: ((details: { url: string }, answer: Answer<{ cancel?: boolean }>) => void) | null
  onPermission: ((contents: null, name: string, answer: Answer<boolean>) => void) | undefined
  checkPermission: ((contents: null, name: string) => boolean) | undefined
  checkDevice: ((details: object) => boolean) | undefined
  onDisplayMedia: ((request: object, answer: Answer<object | null>) => void) | undefined
  spellChecks: boolean
}

/** A session, and what the double itself asks of it. */
export interface DoubleSession extends EventEmitter {
  readonly name: string
  readonly rules: SessionRules
  readonly protocol: { readonly handle: (scheme: string, answer: never) => void }
}

/** Electron's `session`. Every session has rules of its own, and starts without any. */
export function createSessions(stage: Stage): {
  readonly opened: Map<string, DoubleSession>
  readonly fromPartition: (name: string) => DoubleSession
} {
  const opened = new Map<string, DoubleSession>()
  const fromPartition = (name: string): DoubleSession => {
    const known = opened.get(name)
    if (known) return known
    stage.note('session', name)
    const session = createSession(name)
    opened.set(name, session)
    return session
  }
  return { opened, fromPartition }
}

function createSession(name: string): DoubleSession {
  const rules: SessionRules = {
    answerRequest: undefined,
    beforeRequest: null,
    onPermission: undefined,
    checkPermission: undefined,
    checkDevice: undefined,
    onDisplayMedia: undefined,
    spellChecks: true,
  }
  const parts = {
    name,
    rules,
    protocol: strict('session.protocol', {
      handle: (scheme: string, answer: NonNullable<SessionRules['answerRequest']>) => {
        if (scheme !== 'app') throw new Error(`no other scheme than app: ${scheme}`)
        rules.answerRequest = answer
      },
    }),
    webRequest: strict('session.webRequest', {
      onBeforeRequest: (rule: NonNullable<SessionRules['beforeRequest']>) => {
        rules.beforeRequest = rule
      },
    }),
    setPermissionRequestHandler: (rule: SessionRules['onPermission']) => {
      rules.onPermission = rule
    },
    setPermissionCheckHandler: (rule: SessionRules['checkPermission']) => {
      rules.checkPermission = rule
    },
    setDevicePermissionHandler: (rule: SessionRules['checkDevice']) => {
      rules.checkDevice = rule
    },
    setDisplayMediaRequestHandler: (rule: SessionRules['onDisplayMedia']) => {
      rules.onDisplayMedia = rule
    },
    setSpellCheckerEnabled: (isOn: boolean) => {
      rules.spellChecks = isOn
    },
  }
  return strict('session', Object.assign(new EventEmitter(), parts))
}

/** Whether the session lets a request go out. */
export function isLetThrough({ rules }: DoubleSession, url: string): Promise<boolean> {
  const { beforeRequest } = rules
  if (!beforeRequest) return Promise.resolve(true)
  return new Promise((resolve) => beforeRequest({ url }, ({ cancel }) => resolve(cancel !== true)))
}
