import {
  createContext,
  use,
  useCallback,
  useLayoutEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react'
import { I18nProvider } from 'react-aria-components'
import { useMemory } from '../client/memory.tsx'
import { SpeechProvider, WRITTEN, type InterfaceLanguage } from '../i18n/words.tsx'

export type Theme = 'light' | 'dark' | 'system'
/** Where the source of a quotation stands: in brackets after it, or on a line of its own. */
export type CitationStyle = 'inline' | 'note'
export type Density = 'comfortable' | 'compact'
export type ReadingFace = 'serif' | 'sans'
export type LineLength = 'short' | 'medium' | 'long'
export type LineSpacing = 'tight' | 'normal' | 'loose'

/** How one officer likes the window. */
export interface Settings {
  readonly language: InterfaceLanguage
  readonly theme: Theme
  readonly density: Density
  /** Reading size in pixels. */
  readonly readingSize: number
  readonly readingFace: ReadingFace
  readonly lineLength: LineLength
  readonly lineSpacing: LineSpacing
  /** Whether a letter alone may act, where the text has the focus. */
  readonly singleKeys: boolean
  /** Whether a caret stands in texts, where the shell can put one there. */
  readonly textCaret: boolean
  readonly citationStyle: CitationStyle
  /** Whether the list stays beside an open text. */
  readonly listShown: boolean
  /** Whether the list is shown over time above itself. */
  readonly timelineShown: boolean
  readonly filtersShown: boolean | null
  readonly notesShown: boolean | null
  readonly filtersWidth: number
  readonly listWidth: number
  readonly notesWidth: number
}

interface SettingsHold {
  readonly settings: Settings
  readonly change: (part: Partial<Settings>) => void
}

const FIRST_SETTINGS: Settings = {
  language: 'fr',
  theme: 'system',
  density: 'comfortable',
  readingSize: 18,
  readingFace: 'serif',
  lineLength: 'medium',
  lineSpacing: 'normal',
  singleKeys: true,
  textCaret: false,
  citationStyle: 'inline',
  listShown: true,
  timelineShown: true,
  filtersShown: null,
  notesShown: null,
  filtersWidth: 208,
  listWidth: 348,
  notesWidth: 280,
}

const SettingsContext = createContext<SettingsHold>({ settings: FIRST_SETTINGS, change: () => {} })

/** Holds the settings, applies them to the window and speaks its language to what is inside. */
export function SettingsProvider({ children }: { readonly children: ReactNode }) {
  const { recall, remember } = useMemory()
  const [settings, setSettings] = useState(() =>
    settingsFrom(
      Object.fromEntries(Object.keys(FIRST_SETTINGS).map((name) => [name, recall(keyOf(name))])),
    ),
  )
  // Each by itself: windows that are open side by side do not undo one another's choices.
  const change = useCallback(
    (part: Partial<Settings>) => {
      for (const [name, value] of Object.entries(part)) remember(keyOf(name), value)
      setSettings((before) => ({ ...before, ...part }))
    },
    [remember],
  )
  useLayoutEffect(() => {
    applyToWindow(settings)
  }, [settings])
  const hold = useMemo(() => ({ settings, change }), [settings, change])
  return (
    <SettingsContext value={hold}>
      <SpeechProvider language={settings.language}>
        <I18nProvider locale={WRITTEN[settings.language].locale}>{children}</I18nProvider>
      </SpeechProvider>
    </SettingsContext>
  )
}

const keyOf = (name: string): string => `settings.${name}`

/** The settings of the moment and how to change them. */
export function useSettings(): SettingsHold {
  return use(SettingsContext)
}

/** What was remembered, as far as it still makes sense: each value keeps its own type. */
export function settingsFrom(remembered: unknown): Settings {
  if (typeof remembered !== 'object' || remembered === null) return FIRST_SETTINGS
  const known = Object.entries(FIRST_SETTINGS).map(([name, first]) => {
    const value: unknown = Object.entries(remembered).find(([key]) => key === name)?.[1]
    return [name, isLike(name, first, value) ? value : first]
  })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every value was just compared with the first settings
  return Object.fromEntries(known) as Settings
}

const CHOICES: Readonly<Record<string, readonly unknown[]>> = {
  language: ['fr', 'en', 'ar'],
  theme: ['light', 'dark', 'system'],
  density: ['comfortable', 'compact'],
  citationStyle: ['inline', 'note'],
  readingFace: ['serif', 'sans'],
  lineLength: ['short', 'medium', 'long'],
  lineSpacing: ['tight', 'normal', 'loose'],
  filtersShown: [true, false, null],
  notesShown: [true, false, null],
}

function isLike(name: string, first: unknown, value: unknown): boolean {
  return CHOICES[name]?.includes(value) ?? typeof value === typeof first
}

function applyToWindow(settings: Settings): void {
  const { locale, direction } = WRITTEN[settings.language]
  const root = document.documentElement
  root.lang = locale
  root.dir = direction
  root.dataset['theme'] = settings.theme
  root.dataset['density'] = settings.density
  root.dataset['face'] = settings.readingFace
  root.dataset['lines'] = settings.lineLength
  root.dataset['spacing'] = settings.lineSpacing
  root.style.setProperty('--reading-size', `${settings.readingSize}px`)
}
