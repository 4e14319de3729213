import {
  History,
  Info,
  Keyboard,
  ListChecks,
  ScrollText,
  Settings2,
  ShieldCheck,
} from 'lucide-react'
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { useActing } from '../actions/acting.tsx'
import { LANGUAGE_NAMES, useSpeech, type InterfaceLanguage } from '../i18n/words.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { usePolicy } from '../client/use-policy.ts'
import { useShell } from '../client/use-shell.ts'
import { ManagedSettings } from './managed-settings.tsx'
import { ReadingSettings } from './reading-settings.tsx'
import { WatchedFolderSettings } from './watched-folder-settings.tsx'
import { useSettings, type CitationStyle, type Density, type Theme } from './settings.tsx'

const LANGUAGES: readonly InterfaceLanguage[] = ['fr', 'ar', 'en']

/** Opens the settings of the window; each acts at once. */
export function SettingsButton({
  archive,
}: {
  readonly archive: { readonly name: string; readonly communiqueCount: number }
}) {
  const { words } = useSpeech()
  const shell = useShell()
  const policy = usePolicy()
  return (
    <DialogTrigger>
      <IconButton label={words.settings.title} icon={<Settings2 aria-hidden />} />
      <Popover className="popover settings" placement="bottom end">
        <Dialog className="settings-dialog">
          {({ close }) => (
            <>
              <Heading slot="title" className="pane-title">
                {words.settings.title}
              </Heading>
              <LookSettings settledLanguage={policy?.policy.language ?? null} />
              <WatchedFolderSettings />
              <ManagedSettings policy={policy} />
              <FurtherWindows onOpen={close} />
              <p className="settings-foot">
                <bdi>
                  {words.settings.archive(archive.name, words.list.count(archive.communiqueCount))}
                </bdi>
                {shell !== null && <span>{words.settings.version(shell.version)}</span>}
              </p>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

const FURTHER = [
  ['protection', ShieldCheck],
  ['backups', History],
  ['verify-archive', ListChecks],
  ['journal', ScrollText],
  ['change-shortcuts', Keyboard],
  ['about', Info],
] as const

/** The windows that settings lead to: what keeps the archive safe, the keys, and what Fonds is. */
function FurtherWindows({ onOpen }: { readonly onOpen: () => void }) {
  const { words } = useSpeech()
  const { actOf } = useActing()
  return (
    <div className="settings-acts">
      {FURTHER.map(([id, Icon]) => (
        <Button
          key={id}
          onPress={() => {
            onOpen()
            actOf(id)?.()
          }}
        >
          <Icon aria-hidden />
          {words.actions.names[id]}
        </Button>
      ))}
    </div>
  )
}

function LookSettings({ settledLanguage }: { readonly settledLanguage: InterfaceLanguage | null }) {
  const { words } = useSpeech()
  const { settings, change } = useSettings()
  // Where one language is settled there is nothing to choose.
  const languages = settledLanguage === null ? LANGUAGES : [settledLanguage]
  const themes: readonly Theme[] = ['light', 'dark', 'system']
  const styles: readonly CitationStyle[] = ['inline', 'note']
  const densities: readonly Density[] = ['comfortable', 'compact']
  return (
    <>
      <ChoiceGroup
        label={words.settings.language}
        choices={languages.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        value={settings.language}
        onChange={(language) => change({ language })}
      />
      <ChoiceGroup
        label={words.settings.theme}
        choices={themes.map((value) => ({ value, label: words.settings.themes[value] }))}
        value={settings.theme}
        onChange={(theme) => change({ theme })}
      />
      <ChoiceGroup
        label={words.settings.density}
        choices={densities.map((value) => ({ value, label: words.settings.densities[value] }))}
        value={settings.density}
        onChange={(density) => change({ density })}
      />
      <ReadingSettings />
      <ChoiceGroup
        label={words.cite.style}
        choices={styles.map((value) => ({ value, label: words.cite.styles[value] }))}
        value={settings.citationStyle}
        onChange={(citationStyle) => change({ citationStyle })}
      />
      <Check isChecked={settings.singleKeys} onChange={(singleKeys) => change({ singleKeys })}>
        {words.settings.singleKeys}
        <span className="field-advice">{words.settings.singleKeysAdvice}</span>
      </Check>
    </>
  )
}
