import { AArrowDown, AArrowUp } from 'lucide-react'
import { useSpeech } from '../i18n/words.tsx'
import { IconButton } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { useSettings, type LineLength, type LineSpacing, type ReadingFace } from './settings.tsx'

const SMALLEST = 14
const LARGEST = 28
const FACES: readonly ReadingFace[] = ['serif', 'sans']
const LENGTHS: readonly LineLength[] = ['short', 'medium', 'long']
const SPACINGS: readonly LineSpacing[] = ['tight', 'normal', 'loose']

/** How texts are set: their size, face, length of line and the space between lines. */
export function ReadingSettings() {
  const { words } = useSpeech()
  const { settings, change } = useSettings()
  const { reading } = words.settings
  return (
    <>
      <ReadingSize />
      <ChoiceGroup
        label={reading.face}
        choices={FACES.map((value) => ({ value, label: reading.faces[value] }))}
        value={settings.readingFace}
        onChange={(readingFace) => change({ readingFace })}
      />
      <ChoiceGroup
        label={reading.length}
        choices={LENGTHS.map((value) => ({ value, label: reading.lengths[value] }))}
        value={settings.lineLength}
        onChange={(lineLength) => change({ lineLength })}
      />
      <ChoiceGroup
        label={reading.spacing}
        choices={SPACINGS.map((value) => ({ value, label: reading.spacings[value] }))}
        value={settings.lineSpacing}
        onChange={(lineSpacing) => change({ lineSpacing })}
      />
    </>
  )
}

function ReadingSize() {
  const { words, formats } = useSpeech()
  const { settings, change } = useSettings()
  const { readingSize } = settings
  return (
    <div className="reading-size" role="group" aria-label={words.settings.readingSize}>
      <span className="field-label">{words.settings.readingSize}</span>
      <IconButton
        label={words.settings.smaller}
        icon={<AArrowDown aria-hidden />}
        isDisabled={readingSize <= SMALLEST}
        onPress={() => change({ readingSize: readingSize - 1 })}
      />
      <output>{formats.number(readingSize)}</output>
      <IconButton
        label={words.settings.larger}
        icon={<AArrowUp aria-hidden />}
        isDisabled={readingSize >= LARGEST}
        onPress={() => change({ readingSize: readingSize + 1 })}
      />
    </div>
  )
}
