import type { OutputOf, ParsedInputOf } from '../../../shared/channels/channel.ts'
import type { exportChannels } from '../../../shared/channels/export.ts'
import type { Annotation, AnnotationKind } from '../../../shared/model/annotation.ts'
import type { NewDossierItem } from '../../../shared/model/dossier.ts'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { BRIEFING_WORDS } from './briefing-words.ts'
import { chronologyDate, datedWords, period } from './dossier-data.ts'
import { DOSSIER_WORDS } from './dossier-words.ts'
import { readExportedText, type ExportedText } from './exported-text.ts'
import { failureFromLeftOut, leftOutFrom, readAmongOthers, type LeftOut } from './left-out.ts'
import type { LabelLanguage } from './page-model.ts'
import { isolated, WORDS } from './page-words.ts'
import { rolesInWords } from './volume-index.ts'
import { peopleOfVersion, type PersonNamed } from './volume-parts.ts'

type Channel = (typeof exportChannels)['export.draft-briefing']

/**
 * Drafts a briefing note: context, last meetings, positions in their own words, commitments, people.
 * Positions are the passages marked as quotations, commitments those marked as such; only annotations
 * that may leave are read. Nothing is said that the archive does not hold. Fails with `not-found`.
 */
export function draftBriefing(
  db: ReadableArchive,
  { communiqueIds, annotations, labels }: ParsedInputOf<Channel>,
): Outcome<OutputOf<Channel>> {
  const texts: BriefedText[] = []
  const leftOut: LeftOut[] = []
  for (const id of new Set(communiqueIds)) {
    const choice = { notes: 'end' as const, annotations, labels, exportedAt: '' }
    const read = readAmongOthers(() => readExportedText(db, id, choice))
    if (read.ok) {
      texts.push({ ...read.value, people: peopleOfVersion(db, read.value.record.version.id) })
    } else leftOut.push(leftOutFrom(db, id, read.failure))
  }
  const [first] = leftOut
  if (texts.length === 0 && first) return fail(failureFromLeftOut(first))
  const newestFirst = texts.toSorted((a, b) => byCodeUnit(dayOf(b), dayOf(a)))
  const items = [context, meetings, positions, commitments, everybody].flatMap((part) =>
    part(newestFirst, labels),
  )
  const passageCount = items.filter(({ kind }) => kind === 'passage').length
  return succeed({ items, passageCount, leftOut })
}

interface BriefedText extends ExportedText {
  readonly people: readonly PersonNamed[]
}

type Part = (texts: readonly BriefedText[], labels: LabelLanguage) => NewDossierItem[]

const heading = (words: string, level: 1 | 2 = 1): NewDossierItem => ({
  kind: 'heading',
  words: words.slice(0, LONGEST_HEADING).toWellFormed(),
  level,
})
const note = (words: string): NewDossierItem => ({ kind: 'note', words })
const LONGEST_HEADING = 300
const MOST_TEXTS = 12
const MOST_MEETINGS = 5

/** Which texts the note rests on, the newest first. */
const context: Part = (texts, labels) => {
  const words = DOSSIER_WORDS[labels]
  const days = texts.map((text) => dayOf(text)).filter((day) => day !== '')
  const [last, first] = [days[0], days.at(-1)]
  const when = first === undefined || last === undefined ? [] : [period(first, last, labels)]
  const counted = `${words.texts}${WORDS[labels].colon} ${texts.length}`
  const rest = texts.length - MOST_TEXTS
  const lines = texts.slice(0, MOST_TEXTS).map((text) => lineOf(text, labels))
  return [
    heading(BRIEFING_WORDS[labels].context),
    note([counted, ...when].join(' · ')),
    note([...lines, ...(rest > 0 ? [`… (+ ${rest})`] : [])].join('\n')),
  ]
}

function lineOf({ page }: BriefedText, labels: LabelLanguage): string {
  const date = chronologyDate(page)
  const parts = [date === null ? '—' : datedWords(date, labels), isolated(page.title, labels)]
  return [...parts, ...(page.issuer === null ? [] : [issuerOf(page, labels)])].join(' — ')
}

/** Each meeting with its day, its place, who is named, and the paragraph that tells of it. */
const meetings: Part = (texts, labels) => {
  const words = BRIEFING_WORDS[labels]
  const met = texts
    .filter(({ page }) => page.dates.some(({ role }) => role === 'event'))
    .slice(0, MOST_MEETINGS)
  const told = met.flatMap((text): NewDossierItem[] => {
    const { page, people } = text
    const event = page.dates.find(({ role }) => role === 'event')
    const when = event ? [datedWords(event, labels)] : []
    const where = page.place === null ? [] : [isolated(page.place, labels)]
    const named = people.map((person) => personInWords(person, labels)).join(' · ')
    const telling = paragraphOfMeeting(text)
    return [
      heading([...when, ...where].join(' — '), 2),
      note(
        [
          isolated(page.title, labels),
          ...(page.issuer === null ? [] : [issuerOf(page, labels)]),
        ].join(' — '),
      ),
      ...(telling === null ? [] : [telling]),
      ...(named === '' ? [] : [note(`${words.namedPeople}${WORDS[labels].colon} ${named}`)]),
    ]
  })
  return [heading(words.meetings), ...(told.length === 0 ? [note(words.noMeetings)] : told)]
}

/** The paragraph that gives the day of the event, else the first of the text. */
function paragraphOfMeeting({ record }: BriefedText): NewDossierItem | null {
  const { communique, version } = record
  const evidence = communique.dates.find(
    ({ role, settlement }) => role === 'event' && settlement !== 'rejected',
  )?.evidence
  const at = evidence?.part === 'text' ? evidence.start : null
  const bodies = version.paragraphs.filter(({ kind }) => kind === 'body')
  const telling = bodies.find(({ start, end }) => at !== null && start <= at && at < end)
  const paragraph = telling ?? bodies[0]
  if (!paragraph) return null
  return { kind: 'passage', versionId: version.id, start: paragraph.start, end: paragraph.end }
}

const positions: Part = (texts, labels) => {
  const words = BRIEFING_WORDS[labels]
  const byIssuer = new Map<string, NewDossierItem[]>()
  for (const text of texts) {
    const passages = markedPassages(text, 'quotation').map(({ passage }) => passage)
    const issuer = text.page.issuer === null ? words.unknownIssuer : issuerOf(text.page, labels)
    if (passages.length > 0) {
      byIssuer.set(issuer, [...(byIssuer.get(issuer) ?? []), ...passages])
    }
  }
  const told = [...byIssuer].flatMap(([issuer, passages]) => [heading(issuer, 2), ...passages])
  return [heading(words.positions), ...(told.length === 0 ? [note(words.noPositions)] : told)]
}

const commitments: Part = (texts, labels) => {
  const words = BRIEFING_WORDS[labels]
  const told = texts.flatMap((text) =>
    markedPassages(text, 'commitment').flatMap(({ passage, annotation: { body, createdBy } }) => [
      passage,
      ...(body.trim() === '' ? [] : [note(`${body.trim()} (${createdBy})`)]),
    ]),
  )
  return [heading(words.commitments), ...(told.length === 0 ? [note(words.noCommitments)] : told)]
}

/** Everybody named, with the roles of each text once. */
const everybody: Part = (texts, labels) => {
  const words = BRIEFING_WORDS[labels]
  const byName = new Map<string, PersonNamed>()
  for (const person of texts.flatMap(({ people }) => people)) {
    const known = byName.get(person.name)
    byName.set(person.name, {
      name: person.name,
      roles: [...new Set([...(known?.roles ?? []), ...person.roles])],
      isConfirmed: person.isConfirmed || (known?.isConfirmed ?? false),
    })
  }
  const lines = [...byName.values()].map((person) => personInWords(person, labels))
  return [heading(words.people), note(lines.length === 0 ? words.noPeople : lines.join('\n'))]
}

function personInWords({ name, roles, isConfirmed }: PersonNamed, labels: LabelLanguage): string {
  const own = roles.map((role) => isolated(role, labels))
  const told = rolesInWords(own, isConfirmed, labels)
  const named = isolated(name, labels)
  if (roles.length === 0) return told === '' ? named : `${named} ${told}`
  return `${named}${labels === 'ar' ? '،' : ','} ${told}`
}

/** Passages of the newest wording under annotations of one kind, in the order of the text. */
function markedPassages(
  { record: { version }, annotations }: BriefedText,
  kind: AnnotationKind,
): readonly { readonly passage: NewDossierItem; readonly annotation: Annotation }[] {
  return annotations
    .filter(
      ({ kind: own, target }) =>
        own === kind &&
        target.versionId === version.id &&
        version.text.slice(target.start, target.end) === target.exact,
    )
    .toSorted((a, b) => a.target.start - b.target.start || a.target.end - b.target.end)
    .map((annotation) => {
      const { versionId, start, end } = annotation.target
      return { passage: { kind: 'passage', versionId, start, end }, annotation }
    })
}

function issuerOf({ issuer }: BriefedText['page'], labels: LabelLanguage): string {
  if (issuer === null) return ''
  const name = isolated(issuer.name, labels)
  return issuer.isConfirmed ? name : `${name} (${WORDS[labels].toConfirm})`
}

const dayOf = ({ page }: BriefedText): string => chronologyDate(page)?.value ?? ''
const byCodeUnit = (a: string, b: string): number => Number(a > b) - Number(a < b)
