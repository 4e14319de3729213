import { useMemo } from 'react'
import { useChosen } from '../browse/chosen.tsx'
import { useAnswer } from '../client/use-answer.ts'
import { useDesk, useQuery } from '../desk.tsx'
import type { ExportSubject } from '../hand-over.tsx'
import { useSpeech, type Speech } from '../i18n/words.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { MOST_TEXTS } from './export-steps.ts'

/** What is exported, among what the desk holds. */
export function SubjectChoice({
  asked,
  subject,
  onChange,
}: {
  /** What the dialog was opened for. */
  readonly asked: ExportSubject
  readonly subject: ExportSubject
  readonly onChange: (subject: ExportSubject) => void
}) {
  const { words } = useSpeech()
  const listedCount = useListedCount()
  const { chosen } = useChosen()
  const { place } = useDesk()
  const offered = useMemo(() => {
    const others: ExportSubject[] = []
    if (place !== null) {
      others.push({ kind: 'text', communiqueId: place.communiqueId, versionId: null })
    }
    if (chosen.size > 0) others.push({ kind: 'chosen', ids: [...chosen.keys()] })
    others.push({ kind: 'listed' })
    return [asked, ...others.filter(({ kind }) => kind !== asked.kind)]
  }, [asked, place, chosen])
  return (
    <div>
      <ChoiceGroup
        label={words.export.subject}
        value={subject.kind}
        onChange={(kind) => onChange(offered.find((one) => one.kind === kind) ?? asked)}
        choices={offered.map((one) => ({
          value: one.kind,
          label: subjectName(words, one, listedCount),
        }))}
      />
      {subject.kind === 'listed' && listedCount > MOST_TEXTS && (
        <p className="field-advice">{words.export.mostTexts(MOST_TEXTS)}</p>
      )}
    </div>
  )
}

function subjectName(words: Speech['words'], subject: ExportSubject, listedCount: number): string {
  const { subjects } = words.export
  switch (subject.kind) {
    case 'text':
      return subjects.text
    case 'chosen':
      return subjects.chosen(subject.ids.length)
    case 'listed':
      return subjects.listed(listedCount)
    case 'dossier':
      return subjects.dossier(subject.title)
  }
}

function useListedCount(): number {
  const query = useQuery()
  const { filter, sort } = useDesk()
  const place = { offset: 0, limit: 1 }
  const isSearch = query.trim() !== ''
  const found = useAnswer('search.run', isSearch ? { query: query.trim(), filter, ...place } : null)
  const listed = useAnswer('communique.list', isSearch ? null : { filter, sort, ...place })
  return (isSearch ? found : listed).value?.total ?? 0
}
