import type { CalendarDate } from '../../shared/model/stated-date.ts'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { TypedDateField, useTypedDate } from './typed-date-field.tsx'

/** Corrects a date by typing it; it keeps the precision it is typed with. */
export function DateCorrection({
  value,
  onSave,
  onCancel,
}: {
  readonly value: CalendarDate
  readonly onSave: (value: CalendarDate) => Promise<void>
  readonly onCancel: () => void
}) {
  const { words } = useSpeech()
  const date = useTypedDate(value, (typed) => void onSave(typed))
  return (
    <form className="date-correction" onSubmit={date.onSubmit}>
      <TypedDateField date={date} labelClass="visually-hidden" onCancel={onCancel} />
      <Button type="submit" tone="primary">
        {words.common.save}
      </Button>
      <Button tone="quiet" onPress={onCancel}>
        {words.common.cancel}
      </Button>
    </form>
  )
}
